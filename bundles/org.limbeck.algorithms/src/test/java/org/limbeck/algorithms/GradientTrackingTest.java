package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.FakeNetwork;
import org.limbeck.testkit.fixture.Graphs;

class GradientTrackingTest {
  private static final StepSize STEP_SIZE = new StepSize(0.2f, 0, StepSize.Schedule.CONSTANT);

  private final Graph graph = Graphs.connected(6, new SplittableRandom(3));

  @Test
  void everyDeviceReachesTheOptimumOfTheSum() {
    assertReachesTheOptimum(
        new QuadraticNetwork(graph, new GradientTracking(new SgdOptions(1, STEP_SIZE)))
            .rounds(0, 400),
        1e-4f);
  }

  /** D-PSGD, and FedAvg, end elsewhere when devices step more than once between exchanges. */
  @Test
  void reachesItWithSeveralStepsBetweenExchanges() {
    GradientTracking rare =
        new GradientTracking(new SgdOptions(4, new StepSize(0.02f, 0, StepSize.Schedule.CONSTANT)));
    QuadraticNetwork network = new QuadraticNetwork(graph, new FakeNetwork(graph), rare, 2);
    assertReachesTheOptimum(network.rounds(0, 1200), 1e-3f);
  }

  @Test
  void reachesItThoughTheCodecLoses() {
    FakeNetwork lossy = new FakeNetwork(graph, new CoarseCodec(7, 0.5f));
    GradientTracking algorithm = new GradientTracking(new SgdOptions(1, STEP_SIZE));
    assertReachesTheOptimum(new QuadraticNetwork(graph, lossy, algorithm, 1).rounds(0, 600), 1e-3f);
  }

  /** x ← W (x − η y), y ← W y + g_new − g_old, in doubles. */
  @Test
  void followsTheRecursionOfThePaper() {
    QuadraticNetwork network =
        new QuadraticNetwork(graph, new GradientTracking(new SgdOptions(1, STEP_SIZE)));
    int size = network.size();
    double[] x = new double[size];
    double[] gradient = gradient(network, x);
    double[] y = gradient.clone();
    for (int round = 0; round < 20; round++) {
      network.rounds(round, round + 1);
      double[] moved = new double[size];
      for (int n = 0; n < size; n++) {
        moved[n] = x[n] - 0.2f * y[n];
      }
      x = mixed(network, moved);
      double[] latest = gradient(network, x);
      y = mixed(network, y);
      for (int n = 0; n < size; n++) {
        y[n] += latest[n] - gradient[n];
        assertThat((double) network.weights(n)[3]).isCloseTo(x[n], within(1e-4));
      }
      gradient = latest;
    }
  }

  @Test
  void exchangesTwoVectors() {
    FakeNetwork network = new FakeNetwork(graph);
    QuadraticNetwork devices =
        new QuadraticNetwork(graph, network, new GradientTracking(new SgdOptions(2, STEP_SIZE)), 1);
    assertThat(network.channels(0)).containsExactly("2 rows of 256", "2 rows of 256");
    devices.rounds(0, 5);
    assertThat(network.sent(0)).isEqualTo(4);
  }

  private static void assertReachesTheOptimum(QuadraticNetwork network, float tolerance) {
    for (int weight = 0; weight < QuadraticNetwork.WEIGHTS; weight++) {
      for (int n = 0; n < network.size(); n++) {
        assertThat(network.weights(n)[weight])
            .as("weight %d of device %d", weight, n)
            .isCloseTo((float) network.optimum(weight), within(tolerance));
      }
    }
  }

  private static double[] gradient(QuadraticNetwork network, double[] x) {
    double[] gradient = new double[x.length];
    for (int n = 0; n < x.length; n++) {
      gradient[n] = network.a(n, 3) * (x[n] - network.b(n, 3));
    }
    return gradient;
  }

  private static double[] mixed(QuadraticNetwork network, double[] values) {
    double[][] w = network.mixing(1);
    double[] mixed = new double[values.length];
    for (int n = 0; n < values.length; n++) {
      for (int m = 0; m < values.length; m++) {
        mixed[n] += w[n][m] * values[m];
      }
    }
    return mixed;
  }
}
