package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.FakeNetwork;
import org.limbeck.testkit.fixture.Graphs;

class ChocoSgdTest {
  private static final float ETA = 0.2f;
  private static final StepSize STEP_SIZE = new StepSize(ETA, 0, StepSize.Schedule.CONSTANT);

  private final Graph graph = Graphs.connected(6, new SplittableRandom(3));

  @Test
  void endsWhereUncompressedMixingDoes() {
    QuadraticNetwork network =
        run(new FakeNetwork(graph), new ChocoSgd(new SgdOptions(1, STEP_SIZE)));
    assertEndsAtTheFixedPoint(network, 1, 1e-4f);
  }

  @Test
  void endsThereThoughTheCodecLoses() {
    FakeNetwork lossy = new FakeNetwork(graph, new CoarseCodec(3, 0.6f));
    QuadraticNetwork network = run(lossy, new ChocoSgd(new SgdOptions(1, STEP_SIZE)));
    assertEndsAtTheFixedPoint(network, 0.6f, 1e-3f);
  }

  /** D-PSGD with the same codec stays as far off as the codec rounds weights. */
  @Test
  void compressingDifferencesBeatsCompressingWeights() {
    FakeNetwork lossy = new FakeNetwork(graph, new CoarseCodec(3, 1));
    QuadraticNetwork compressed = run(lossy, new DecentralizedSgd(new SgdOptions(1, STEP_SIZE)));
    QuadraticNetwork exact =
        run(new FakeNetwork(graph), new DecentralizedSgd(new SgdOptions(1, STEP_SIZE)));
    assertThat(distance(compressed, exact)).isGreaterThan(0.1);
  }

  private QuadraticNetwork run(FakeNetwork connections, Algorithm sgd) {
    return new QuadraticNetwork(graph, connections, sgd, 1).rounds(0, 400);
  }

  private static double distance(QuadraticNetwork one, QuadraticNetwork other) {
    double largest = 0;
    for (int n = 0; n < one.size(); n++) {
      for (int weight = 0; weight < QuadraticNetwork.WEIGHTS; weight++) {
        double distance = one.weights(n)[weight] - other.weights(n)[weight];
        largest = Math.max(largest, Math.abs(distance));
      }
    }
    return largest;
  }

  /** Where x = M (x − η A (x − b)) with M = I + γ (W − I). */
  private static void assertEndsAtTheFixedPoint(
      QuadraticNetwork network, float gamma, float tolerance) {
    for (int weight = 0; weight < QuadraticNetwork.WEIGHTS; weight++) {
      double[] expected = fixedPoint(network, gamma, weight);
      for (int n = 0; n < network.size(); n++) {
        assertThat(network.weights(n)[weight])
            .as("weight %d of device %d", weight, n)
            .isCloseTo((float) expected[n], within(tolerance));
      }
    }
  }

  private static double[] fixedPoint(QuadraticNetwork network, float gamma, int weight) {
    double[][] mixing = network.mixing(gamma);
    double[][] matrix = new double[network.size()][network.size()];
    double[] y = new double[network.size()];
    for (int n = 0; n < network.size(); n++) {
      for (int m = 0; m < network.size(); m++) {
        double pull = ETA * network.a(m, weight);
        matrix[n][m] = (n == m ? 1 : 0) - mixing[n][m] * (1 - pull);
        y[n] += mixing[n][m] * pull * network.b(m, weight);
      }
    }
    return QuadraticNetwork.solve(matrix, y);
  }
}
