package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Weights;
import org.limbeck.testkit.fixture.Graphs;

class DynamicAveragingTest {
  private static final int DEVICES = 4;
  private static final double DIVERGENCE = 0.02;
  private static final StepSize STEP_SIZE = new StepSize(0.2f, 0, StepSize.Schedule.CONSTANT);

  /** What a check may lead to. */
  private enum Outcome {
    NOBODY,
    SOME,
    ALL
  }

  private final List<RecordingDevice> devices =
      RecordingDevice.withWeights(Graphs.ring(DEVICES), new Training(1, 3));
  private List<Participant> learners = List.of();

  /** The reference vector r and the counter v of the protocol. */
  private double[] reference = {};

  private int violations;
  private int frames;

  /** The protocol, written down a second time; it asks devices in their order. */
  @Test
  void followsTheProtocol() {
    join(DIVERGENCE);
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int round = 0; round < 60; round++) {
      long now = round;
      learners.forEach(learner -> learner.begin(now));
      List<double[]> expected = devices.stream().map(DynamicAveragingTest::weights).toList();
      outcomes.merge(round == 0 ? all(expected) : check(expected), 1, Integer::sum);
      learners.forEach(learner -> learner.finish(now, new Losses()));
      for (int device = 0; device < DEVICES; device++) {
        assertThat(weights(devices.get(device)))
            .as("device %d after round %d", device, round)
            .containsExactly(expected.get(device), within(1e-5));
      }
      assertThat(devices.stream().mapToInt(RecordingDevice::sent).sum())
          .as("frames until round %d", round)
          .isEqualTo(frames);
    }
    assertThat(outcomes).as("what the checks have led to").containsOnlyKeys(Outcome.values());
  }

  @Test
  void withAnEndlessDivergenceDevicesAgreeOnceOnly() {
    join(Double.MAX_VALUE);
    for (int round = 0; round < 10; round++) {
      long now = round;
      learners.forEach(learner -> learner.begin(now));
      learners.forEach(learner -> learner.finish(now, new Losses()));
    }
    assertThat(devices).allSatisfy(device -> assertThat(device.sent()).isEqualTo(1));
  }

  @Test
  void withoutDivergenceAllSendAtEveryCheck() {
    join(0);
    for (int round = 0; round < 10; round++) {
      long now = round;
      learners.forEach(learner -> learner.begin(now));
      learners.forEach(learner -> learner.finish(now, new Losses()));
    }
    assertThat(devices).allSatisfy(device -> assertThat(device.sent()).isEqualTo(10));
    assertThat(weights(devices.get(1))).isEqualTo(weights(devices.get(0)));
  }

  @Test
  void refusesANegativeDivergence() {
    assertThatThrownBy(() -> new DynamicAveraging(-1, new SgdOptions(1, STEP_SIZE)))
        .hasMessage("divergence is 0 or more, not -1.0");
  }

  private void join(double divergence) {
    DynamicAveraging algorithm =
        new DynamicAveraging((float) divergence, new SgdOptions(1, STEP_SIZE));
    learners = devices.stream().map(algorithm::join).toList();
  }

  private Outcome check(List<double[]> f) {
    List<Integer> b = new ArrayList<>();
    for (int i = 0; i < DEVICES; i++) {
      if (distance(f.get(i), reference) > (float) DIVERGENCE) {
        b.add(i);
      }
    }
    if (b.isEmpty()) {
      return Outcome.NOBODY;
    }
    violations += b.size();
    if (violations >= DEVICES) {
      return all(f);
    }
    for (int i = 0; i < DEVICES; i++) {
      if (!b.contains(i) && distance(mean(f, b), reference) > (float) DIVERGENCE) {
        b.add(i);
      }
    }
    if (b.size() == DEVICES) {
      return all(f);
    }
    double[] mean = mean(f, b);
    b.forEach(i -> System.arraycopy(mean, 0, f.get(i), 0, mean.length));
    frames += b.size();
    return Outcome.SOME;
  }

  private Outcome all(List<double[]> f) {
    reference = mean(f, List.of(0, 1, 2, 3));
    f.forEach(each -> System.arraycopy(reference, 0, each, 0, reference.length));
    violations = 0;
    frames += DEVICES;
    return Outcome.ALL;
  }

  private static double[] mean(List<double[]> f, List<Integer> of) {
    double[] mean = new double[f.get(0).length];
    for (int i : of) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += f.get(i)[k] / of.size();
      }
    }
    return mean;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }

  private static double[] weights(RecordingDevice device) {
    Weights weights = device.model().capability(Weights.class).orElseThrow();
    float[] values = new float[weights.count()];
    weights.get(values);
    double[] copy = new double[values.length];
    for (int k = 0; k < copy.length; k++) {
      copy[k] = values[k];
    }
    return copy;
  }
}
