package org.limbeck.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.limbeck.aggregation.RuleTargets.row;
import static org.limbeck.aggregation.RuleTargets.target;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

class NearestNeighbourAveragingTest {

  @Test
  void theMostDistantAreLeftOut() {
    List<float[]> neighbours = List.of(row(0, 1), row(0.5f, 0.5f), row(0.25f, 0.75f));
    assertThat(target(new NearestNeighbourAveraging(0), row(1, 0), neighbours))
        .containsExactly(0.4375f, 0.5625f);
    assertThat(target(new NearestNeighbourAveraging(1), row(1, 0), neighbours))
        .containsExactly(row(1.75f / 3, 1.25f / 3), within(1e-6f));
    assertThat(target(new NearestNeighbourAveraging(2), row(1, 0), neighbours))
        .containsExactly(0.75f, 0.25f);
    assertThat(target(new NearestNeighbourAveraging(9), row(1, 0), neighbours))
        .as("nobody but itself")
        .containsExactly(1, 0);
  }

  /** The liar is nearer on the first row, of whose class the device knows nothing. */
  @Test
  void aDistanceIsOverAllRows() {
    float[] own = {0.5f, 0.5f, 1, 0, 1, 0};
    float[] honest = {0, 1, 1, 0, 1, 0};
    float[] liar = {0.5f, 0.5f, 0, 1, 0, 1};
    assertThat(targets(own, liar, honest)).containsExactly(0.25f, 0.75f, 1, 0, 1, 0);
  }

  /** Two speak with a third and three times of the weight, as if they knew less and more. */
  @Test
  void weightsCountInTheMeanAndNotInDistances() {
    float[] own = {0.5f, 0.5f};
    float[] quiet = {0.1f, 0.2f};
    float[] loud = {1, 2};
    float[] liar = {0, 1};
    assertThat(targets(own, quiet, liar)).as("nearer by its weight").containsExactly(0.3f, 0.35f);
    assertThat(targets(loud, own, liar)).as("a weight of its own").containsExactly(0.75f, 1.25f);
  }

  /** With one adversary, the second largest weight of the neighbours. */
  @Test
  void nobodyCountsForMoreThanHonestDevicesMay() {
    float[] own = {0.5f, 0.5f};
    float[] honest = {0.75f, 0.25f};
    float[] liar = {30, 20};
    float[] distant = {0, 1};
    float[] targets = targets(own, honest, liar, distant);
    assertThat(targets[0] / (targets[0] + targets[1]))
        .as("the mean share of class 0")
        .isCloseTo((0.5f + 0.75f + 0.6f) / 3, within(1e-6f));
  }

  @Test
  void rowsOfWhichOneSaysNothingAreNoDistance() {
    float[] own = {1, 0, 1, 0};
    float[] half = {0, 0, 0.75f, 0.25f};
    float[] liar = {0.5f, 0.5f, 0.5f, 0.5f};
    assertThat(targets(own, half, liar)).containsExactly(1, 0, 0.875f, 0.125f);
    float[] silent = {0, 0, 0, 0};
    assertThat(targets(own, silent, liar))
        .as("who says nothing is furthest")
        .containsExactly(0.75f, 0.25f, 0.75f, 0.25f);
  }

  @Test
  void refusesFewerThanNoAdversaries() {
    assertThatIllegalArgumentException().isThrownBy(() -> new NearestNeighbourAveraging(-1));
  }

  /** Returns the targets of rows of two values, with one neighbour to be left out. */
  private static float[] targets(float[] own, float[]... neighbours) {
    Estimate estimate = new NearestNeighbourAveraging(1).open(own.length / 2, 2);
    estimate.inject(block(own));
    List<Peer> peers = new ArrayList<>();
    for (float[] neighbour : neighbours) {
      peers.add(new Peer("peer-" + peers.size(), 0.25f, block(neighbour)));
    }
    estimate.mix(block(own), peers, 1);
    float[] targets = new float[own.length];
    for (int row = 0; row < own.length / 2; row++) {
      estimate.read(row, targets, 2 * row);
    }
    return targets;
  }

  private static Block block(float[] values) {
    Block block = new Block(values.length / 2, 2);
    block.rows(values.length / 2);
    for (int row = 0; row < block.rows(); row++) {
      block.ids()[row] = row;
    }
    System.arraycopy(values, 0, block.values(), 0, values.length);
    return block;
  }
}
