package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.FakeNetwork;
import org.limbeck.testkit.fixture.Graphs;

class DecentralizedSgdTest {
  private static final float ETA = 0.2f;
  private static final StepSize STEP_SIZE = new StepSize(ETA, 0, StepSize.Schedule.CONSTANT);

  private final Graph graph = Graphs.connected(6, new SplittableRandom(3));

  /** With a constant step D-PSGD stops at x = W x − η A (x − b), which is not the optimum. */
  @Test
  void endsAtTheKnownFixedPoint() {
    QuadraticNetwork network =
        new QuadraticNetwork(graph, new DecentralizedSgd(new SgdOptions(1, STEP_SIZE)))
            .rounds(0, 400);
    for (int weight = 0; weight < QuadraticNetwork.WEIGHTS; weight++) {
      double[] expected = fixedPoint(network, weight);
      for (int n = 0; n < network.size(); n++) {
        assertThat(network.weights(n)[weight])
            .as("weight %d of device %d", weight, n)
            .isCloseTo((float) expected[n], within(1e-4f));
      }
    }
    assertThat(fixedPoint(network, 0)[0]).isNotCloseTo(network.optimum(0), within(0.1));
  }

  /** One round is x ← W x − η A (x − b), with the gradient at x and not at W x. */
  @Test
  void stepsDownTheGradientWhereItStood() {
    QuadraticNetwork network =
        new QuadraticNetwork(graph, new DecentralizedSgd(new SgdOptions(1, STEP_SIZE)))
            .rounds(0, 1);
    float[][] before = new float[network.size()][];
    for (int n = 0; n < network.size(); n++) {
      before[n] = network.weights(n);
    }
    network.rounds(1, 2);
    double[][] w = network.mixing(1);
    for (int n = 0; n < network.size(); n++) {
      double expected = -ETA * network.a(n, 7) * (before[n][7] - network.b(n, 7));
      for (int m = 0; m < network.size(); m++) {
        expected += w[n][m] * before[m][7];
      }
      assertThat(network.weights(n)[7]).isCloseTo((float) expected, within(1e-5f));
    }
  }

  @Test
  void aLossyCodecKeepsTheMean() {
    FakeNetwork lossy = new FakeNetwork(graph, new CoarseCodec(7, 1));
    QuadraticNetwork network =
        new QuadraticNetwork(graph, lossy, new DecentralizedSgd(new SgdOptions(1, STEP_SIZE)), 1)
            .rounds(0, 5);
    double[] means = new double[QuadraticNetwork.WEIGHTS];
    for (int weight = 0; weight < QuadraticNetwork.WEIGHTS; weight++) {
      double expected = network.mean(weight);
      for (int n = 0; n < network.size(); n++) {
        double gradient =
            network.a(n, weight) * (network.weights(n)[weight] - network.b(n, weight));
        expected -= ETA * gradient / network.size();
      }
      means[weight] = expected;
    }
    network.rounds(5, 6);
    for (int weight = 0; weight < QuadraticNetwork.WEIGHTS; weight++) {
      assertThat(network.mean(weight)).isCloseTo(means[weight], within(1e-5));
    }
  }

  @Test
  void sendsAtTheEndOfEveryIntervalOnly() {
    FakeNetwork counting = new FakeNetwork(graph);
    QuadraticNetwork network =
        new QuadraticNetwork(
            graph, counting, new DecentralizedSgd(new SgdOptions(3, STEP_SIZE)), 1);
    int[] sent = new int[7];
    for (int round = 0; round < 7; round++) {
      network.rounds(round, round + 1);
      sent[round] = counting.sent(0);
    }
    assertThat(sent).containsExactly(0, 0, 1, 1, 1, 2, 2);
  }

  @Test
  void sendsRowsOf256Weights() {
    FakeNetwork network = new FakeNetwork(graph);
    new QuadraticNetwork(graph, network, new DecentralizedSgd(new SgdOptions(1, STEP_SIZE)), 1);
    assertThat(network.channels(0)).containsExactly("2 rows of 256");
  }

  @Test
  void refusesAModelWithoutWeights() {
    RecordingDevice device = RecordingDevice.on(Graphs.ring(3), new Training(1, 2)).get(1);
    assertThatThrownBy(() -> new DecentralizedSgd(new SgdOptions(1, STEP_SIZE)).join(device))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the model of device-001 has none to hand out");
  }

  private static double[] fixedPoint(QuadraticNetwork network, int weight) {
    double[][] matrix = network.mixing(1);
    double[] y = new double[network.size()];
    for (int n = 0; n < network.size(); n++) {
      for (int m = 0; m < network.size(); m++) {
        matrix[n][m] = (n == m ? 1 + ETA * network.a(n, weight) : 0) - matrix[n][m];
      }
      y[n] = ETA * network.a(n, weight) * network.b(n, weight);
    }
    return QuadraticNetwork.solve(matrix, y);
  }
}
