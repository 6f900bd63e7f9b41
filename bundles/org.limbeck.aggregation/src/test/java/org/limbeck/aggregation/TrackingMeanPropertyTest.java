package org.limbeck.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.testkit.fixture.Graphs;

class TrackingMeanPropertyTest {
  private static final int ROWS = 20;
  private static final int CLASSES = 5;

  /** Σ_n z_n = Σ_n ŝ_n after every round, whatever the graph and the rows of the rounds. */
  @Property(tries = 60)
  void sumsStayEqual(
      @ForAll @IntRange(min = 1, max = 9) int devices,
      @ForAll @IntRange(min = 1, max = ROWS) int batch,
      @ForAll boolean lossless,
      @ForAll long seed) {
    Random random = new Random(seed);
    TrackingNetwork network =
        new TrackingNetwork(Graphs.connected(devices, random), ROWS, CLASSES, random);
    BitSet exchanged = new BitSet();
    for (int round = 0; round < 25; round++) {
      int[] rows = random.ints(0, ROWS).distinct().limit(batch).toArray();
      network.decide(rows);
      network.round(lossless ? 1 : 0.4f, rows);
      IntStream.of(rows).forEach(exchanged::set);
      for (int row = exchanged.nextSetBit(0); row >= 0; row = exchanged.nextSetBit(row + 1)) {
        assertThat(network.sumOfEstimates(row))
            .as("Σ z of row %d after round %d", row, round)
            .containsExactly(network.sumOfDecisions(row), within(5e-5));
      }
    }
  }

  /** Every device comes to know the mean, and the new mean after the decisions have changed. */
  @Property(tries = 25)
  void estimatesFindTheMeanOfDecisionsThatStay(
      @ForAll @IntRange(min = 1, max = 8) int devices, @ForAll long seed) {
    Random random = new Random(seed);
    TrackingNetwork network =
        new TrackingNetwork(Graphs.connected(devices, random), 2, CLASSES, random);
    for (int change = 0; change < 3; change++) {
      network.decide(0, 1);
      for (int round = 0; round < 400; round++) {
        network.round(1, 0, 1);
      }
      for (int device = 0; device < devices; device++) {
        for (int row = 0; row < 2; row++) {
          double[] sum = network.sumOfDecisions(row);
          float[] z = new float[CLASSES];
          assertThat(network.estimate(device).read(row, z, 0)).isTrue();
          for (int k = 0; k < CLASSES; k++) {
            assertThat((double) z[k]).isCloseTo(sum[k] / devices, within(1e-5));
          }
        }
      }
    }
  }
}
