package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.algorithms.RecordingModel.PrivateStep;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Privacy;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.GaussianMechanism;
import org.limbeck.api.architecture.Losses;
import org.limbeck.testkit.fixture.FakeDevices;
import org.limbeck.testkit.fixture.Graphs;

/** Devices of 12 private rows, of which each step expects 6. */
class DpSgdStepsTest {
  private static final StepSize STEP_SIZE = new StepSize(0.5f, 0.25f, StepSize.Schedule.INVERSE);
  private static final Training TRAINING =
      new Training(4, 6, Optional.of(new Privacy(2, 1.5f, 1e-5)));
  private static final int ROUNDS = 50;

  @ParameterizedTest
  @MethodSource("algorithms")
  void allStepsAreProtectedAndTakeEveryRowAtTheSamplingRate(Algorithm algorithm) {
    assertThat(algorithm.trainsPrivately()).isTrue();
    RecordingDevice device = RecordingDevice.withWeights(Graphs.ring(3), TRAINING).get(0);
    run(algorithm.join(device));

    assertThat(device.model().steps()).isEmpty();
    List<PrivateStep> steps = device.model().privateSteps();
    assertThat(steps)
        .hasSize(4 * ROUNDS)
        .extracting(PrivateStep::mechanism)
        .containsOnly(new GaussianMechanism(2, 1.5f, 6));
    assertThat(steps).extracting(PrivateStep::noise).doesNotHaveDuplicates();
    assertThat(steps.get(0).noise()).isEqualTo(device.stream("privacy-noise", 0).nextLong());
    for (int row = 0; row < FakeDevices.PRIVATE_ROWS; row++) {
      int wanted = row;
      long drawn = steps.stream().filter(step -> step.privateRows().contains(wanted)).count();
      assertThat((double) drawn / steps.size()).isBetween(0.36, 0.64);
    }
    assertThat(steps).extracting(step -> step.privateRows().size()).contains(3, 4, 5, 6, 7, 8, 9);
  }

  static Stream<Named<Algorithm>> algorithms() {
    return Stream.of(
        Named.of("local-only", new LocalOnly(STEP_SIZE)),
        Named.of(
            "distributed-distillation",
            new DistributedDistillation(
                new DistributedDistillation.Options(3, DistillationLoss.SQUARED, 5, 1, STEP_SIZE))),
        Named.of(
            "fedmd",
            new FedMd(
                new ConsensusOptions(
                    1,
                    DistillationLoss.SQUARED,
                    new ExchangeSchedule(5, ExchangeSchedule.Order.RANDOM, 1, 1000),
                    5,
                    STEP_SIZE))));
  }

  private static void run(Participant participant) {
    for (int round = 0; round < ROUNDS; round++) {
      participant.begin(round);
      participant.finish(round, new Losses());
    }
  }
}
