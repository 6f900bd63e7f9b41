package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.CloudRows;
import org.limbeck.testkit.fixture.FakeDevice;
import org.limbeck.testkit.fixture.FakeDevices;
import org.limbeck.testkit.fixture.FakeNetwork;
import org.limbeck.testkit.fixture.Graphs;
import org.limbeck.testkit.fixture.PlainSoftmax;
import org.limbeck.testkit.fixture.PooledRows;

class FedAvgTest {
  private static final StepSize STEP_SIZE = new StepSize(0.3f, 0, StepSize.Schedule.CONSTANT);
  private static final Training FULL_BATCH = new Training(1, 1000);
  private static final Graph GRAPH = Graphs.ring(3);

  /** Devices of 3, 9 and 15 rows: the mean must count them by their rows. */
  @Test
  void oneFullStepIsPooledGradientDescent() {
    List<FakeDevice> devices = devices();
    rounds(devices, new FedAvg(new SgdOptions(1, STEP_SIZE)), 20);
    FakeDevice pooled = device(0, new PooledRows(rows()), new FakeNetwork(Graphs.ring(1)));
    rounds(List.of(pooled), new LocalOnly(STEP_SIZE), 20);
    for (FakeDevice device : devices) {
      assertThat(weights(device)).containsExactly(weights(pooled), within(1e-5f));
    }
  }

  @Test
  void allHaveTheSameWeightsAfterAnExchangeOnly() {
    List<FakeDevice> devices = devices();
    List<Participant> participants = join(devices, new FedAvg(new SgdOptions(3, STEP_SIZE)));
    for (int round = 0; round < 9; round++) {
      run(participants, round);
      assertThat(Arrays.equals(weights(devices.get(0)), weights(devices.get(1))))
          .as("after round %d", round)
          .isEqualTo(round % 3 == 2);
    }
  }

  /** w ← Σ_{k ∈ S} (n_k / Σ_{j ∈ S} n_j) w_k of algorithm 1, with 3, 9 and 15 rows. */
  @Test
  void thoseWhoTakePartAreAveragedByTheirRows() {
    List<FakeDevice> devices = devices();
    List<Participant> participants = join(devices, new FedAvg(0.6f, new SgdOptions(1, STEP_SIZE)));
    Set<Set<Integer>> drawn = new HashSet<>();
    for (int round = 0; round < 12; round++) {
      float[] before = weights(devices.get(0));
      long now = round;
      participants.forEach(participant -> participant.begin(now));
      Map<Integer, float[]> trained = new HashMap<>();
      for (FakeDevice device : devices) {
        if (!Arrays.equals(weights(device), before)) {
          trained.put(device.number(), weights(device));
        }
      }
      participants.forEach(participant -> participant.finish(now, new Losses()));
      assertThat(trained).as("those who have trained in round %d", round).hasSize(2);
      drawn.add(trained.keySet());
      float[] mean = mean(trained);
      for (FakeDevice device : devices) {
        assertThat(weights(device)).containsExactly(mean, within(1e-6f));
      }
    }
    assertThat(drawn).as("sets of two of three devices").hasSize(3);
  }

  private static float[] mean(Map<Integer, float[]> trained) {
    double total = trained.keySet().stream().mapToInt(FedAvgTest::rowsOf).sum();
    float[] mean = new float[trained.values().iterator().next().length];
    trained.forEach(
        (device, weights) -> {
          for (int i = 0; i < mean.length; i++) {
            mean[i] += (float) (rowsOf(device) / total * weights[i]);
          }
        });
    return mean;
  }

  private static int rowsOf(int device) {
    return 3 + 6 * device;
  }

  @Test
  void whoDoesNotTakePartSendsNothing() {
    List<RecordingDevice> devices = RecordingDevice.withWeights(GRAPH, new Training(1, 4));
    List<Participant> participants =
        devices.stream().map(new FedAvg(0.3f, new SgdOptions(2, STEP_SIZE))::join).toList();
    for (int round = 0; round < 12; round++) {
      run(participants, round);
    }
    assertThat(devices.stream().mapToInt(RecordingDevice::sent).sum())
        .as("one frame in each of six intervals")
        .isEqualTo(6);
    assertThat(devices.stream().mapToInt(device -> device.model().steps().size()).sum())
        .as("steps of one device in each of twelve rounds")
        .isEqualTo(12);
  }

  /** With all local steps between exchanges, a mean of local minimisers of quadratics. */
  @Test
  void manyLocalStepsGiveTheMeanOfTheMinima() {
    QuadraticNetwork network =
        new QuadraticNetwork(
                GRAPH, new FakeNetwork(GRAPH), new FedAvg(new SgdOptions(10, STEP_SIZE)), 30)
            .rounds(0, 10);
    for (int weight = 0; weight < QuadraticNetwork.WEIGHTS; weight++) {
      double mean = (network.b(0, weight) + network.b(1, weight) + network.b(2, weight)) / 3;
      assertThat(network.weights(1)[weight]).isCloseTo((float) mean, within(1e-4f));
    }
  }

  /** A device alone in an interval ends where its loss plus μ/2 ‖w − w_global‖² is least. */
  @Test
  void theProximalTermIsExact() {
    float mu = 0.5f;
    FedProx algorithm = new FedProx(mu, new SgdOptions(11, STEP_SIZE));
    QuadraticNetwork network =
        new QuadraticNetwork(GRAPH, new FakeNetwork(GRAPH), algorithm, 30).rounds(0, 10);
    for (int n = 0; n < network.size(); n++) {
      for (int weight = 0; weight < QuadraticNetwork.WEIGHTS; weight++) {
        double a = network.a(n, weight);
        double least = a * network.b(n, weight) / (a + mu);
        assertThat(network.weights(n)[weight]).isCloseTo((float) least, within(1e-4f));
      }
    }
  }

  @Test
  void anEndlesslyStrongProximalTermKeepsTheGlobalWeights() {
    List<FakeDevice> devices = devices();
    float[] before = weights(devices.get(0));
    rounds(devices, new FedProx(1e30f, new SgdOptions(2, STEP_SIZE)), 5);
    assertThat(weights(devices.get(2))).containsExactly(before, within(1e-6f));
  }

  @Test
  void withoutAProximalTermFedProxIsFedAvg() {
    List<FakeDevice> one = devices();
    List<FakeDevice> other = devices();
    rounds(one, new FedProx(0, new SgdOptions(3, STEP_SIZE)), 10);
    rounds(other, new FedAvg(new SgdOptions(3, STEP_SIZE)), 10);
    assertThat(weights(one.get(1))).isEqualTo(weights(other.get(1)));
  }

  private static List<LabelledRows> rows() {
    List<LabelledRows> rows = new ArrayList<>();
    for (int n = 0; n < GRAPH.size(); n++) {
      rows.add(new CloudRows(FakeDevices.SHAPE, FakeDevices.CLASSES, rowsOf(n), 50 + n));
    }
    return rows;
  }

  private static List<FakeDevice> devices() {
    FakeNetwork network = new FakeNetwork(GRAPH);
    List<FakeDevice> devices = new ArrayList<>();
    for (int n = 0; n < GRAPH.size(); n++) {
      devices.add(device(n, rows().get(n), network));
    }
    return devices;
  }

  private static FakeDevice device(int number, LabelledRows rows, FakeNetwork network) {
    FakeDevice plain = FakeDevices.on(Graphs.ring(1), 1).get(0);
    Model model =
        new PlainSoftmax().create(FakeDevices.SHAPE, FakeDevices.CLASSES, new SplittableRandom(9));
    return new FakeDevice(
        number,
        1,
        FakeDevices.CLASSES,
        model,
        rows,
        plain.reference(),
        plain.estimate(),
        FULL_BATCH,
        network);
  }

  private static List<Participant> join(List<FakeDevice> devices, Algorithm algorithm) {
    return devices.stream().map(algorithm::join).toList();
  }

  private static void rounds(List<FakeDevice> devices, Algorithm algorithm, int rounds) {
    List<Participant> participants = join(devices, algorithm);
    for (int round = 0; round < rounds; round++) {
      run(participants, round);
    }
  }

  private static void run(List<Participant> participants, long round) {
    participants.forEach(participant -> participant.begin(round));
    participants.forEach(participant -> participant.finish(round, new Losses()));
  }

  private static float[] weights(FakeDevice device) {
    Weights weights = device.model().capability(Weights.class).orElseThrow();
    float[] values = new float[weights.count()];
    weights.get(values);
    return values;
  }
}
