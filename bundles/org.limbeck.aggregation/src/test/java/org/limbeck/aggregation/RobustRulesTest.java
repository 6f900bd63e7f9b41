package org.limbeck.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.limbeck.aggregation.RuleTargets.mixed;
import static org.limbeck.aggregation.RuleTargets.peer;
import static org.limbeck.aggregation.RuleTargets.row;
import static org.limbeck.aggregation.RuleTargets.target;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;

/** Arithmetic by hand, and how one liar moves what is tracked. */
class RobustRulesTest {

  @Test
  void theMedianOfEveryClassIsByItself() {
    assertThat(target(new CoordinateMedian(1), row(1, 0, 0), List.of(row(0, 1, 0), row(0, 0, 1))))
        .containsExactly(0, 0, 0);
    assertThat(target(new CoordinateMedian(1), row(0.5f, 0.5f), List.of(row(1, 0))))
        .as("the mean of the two in the middle")
        .containsExactly(0.75f, 0.25f);
  }

  @Test
  void trimmingDropsBothEndsAndLeavesTheMedianAtLeast() {
    List<float[]> neighbours = List.of(row(0.5f, 0.5f), row(0.25f, 0.75f), row(-9, 10));
    assertThat(target(new TrimmedMean(1), row(1, 0), neighbours)).containsExactly(0.375f, 0.625f);
    assertThat(target(new TrimmedMean(7), row(1, 0), neighbours)).containsExactly(0.375f, 0.625f);
  }

  @Test
  void theGeometricMedianOfATriangleIsItsFermatPoint() {
    assertThat(target(new GeometricMedian(1, 200), row(0, 0), List.of(row(1, 0), row(0.5f, 1))))
        .containsExactly(row(0.5f, (float) (0.5 / Math.sqrt(3))), within(1e-4f));
  }

  @Test
  void clippingShortensAPullToTheRadius() {
    assertThat(mixed(new ClippedGossip(1, 1), row(0, 0), List.of(peer("a", 0.5f, 3, 4))))
        .containsExactly(row(0.3f, 0.4f), within(1e-6f));
    assertThat(mixed(new ClippedGossip(9, 1), row(0, 0), List.of(peer("a", 0.5f, 3, 4))))
        .as("a pull within the radius")
        .containsExactly(1.5f, 2);
  }

  @Test
  void theAdaptiveRadiusLeavesOutTheMostDistant() {
    // τ² = (0.25 · 1² + 0.25 · 2²) / 0.25 = 5
    assertThat(
            mixed(
                new ClippedGossip(0, 1),
                row(0, 0),
                List.of(
                    peer("a", 0.25f, 1, 0), peer("b", 0.25f, 0, 2), peer("liar", 0.25f, 1000, 0))))
        .containsExactly(row((float) (0.25 + 0.25 * Math.sqrt(5)), 0.5f), within(1e-5f));
  }

  @Test
  void theSurerCountForMore() {
    // Variances of (1, 0) and (0.75, 0.25): 1/4 and 1/16.
    assertThat(target(new ConfidenceWeighted(), row(1, 0), List.of(row(0.25f, 0.75f))))
        .containsExactly(row(0.85f, 0.15f), within(1e-6f));
    assertThat(target(new ConfidenceWeighted(), row(1, 0), List.of(row(0.5f, 0.5f))))
        .as("who knows nothing does not count")
        .containsExactly(row(1, 0), within(1e-6f));
    assertThat(target(new ConfidenceWeighted(), row(0.5f, 0.5f), List.of(row(0.5f, 0.5f))))
        .as("nobody knows anything")
        .containsExactly(0.5f, 0.5f);
  }

  @Test
  void oneLiarMovesATrackedMeanAsFarAsItLikes() {
    TrackingNetwork network = new TrackingNetwork(complete(7), 1, 2, new Random(1));
    for (int device = 0; device < 6; device++) {
      network.says(device, 0, 1, 0);
    }
    network.says(6, 0, -20, 21);
    for (int round = 0; round < 20; round++) {
      network.round(1, 0);
    }
    float[] z = new float[2];
    network.estimate(0).read(0, z, 0);
    assertThat(z).containsExactly(row(-2, 3), within(1e-3f));
    assertThat(
            target(
                new CoordinateMedian(1),
                row(1, 0),
                List.of(row(1, 0), row(1, 0), row(1, 0), row(1, 0), row(1, 0), row(-20, 21))))
        .containsExactly(1, 0);
  }

  @Test
  void refusesOptionsThatMakeNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CoordinateMedian(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TrimmedMean(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new GeometricMedian(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClippedGossip(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClippedGossip(Float.NaN, 1));
  }

  private static Graph complete(int size) {
    List<Edge> edges =
        IntStream.range(0, size)
            .boxed()
            .flatMap(a -> IntStream.range(a + 1, size).mapToObj(b -> new Edge(a, b)))
            .toList();
    return new Graph(size, edges);
  }
}
