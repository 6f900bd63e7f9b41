package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Losses;
import org.limbeck.testkit.fixture.Graphs;

/** Bytes are predicted from the rows that rounds select: none must mean that nothing is sent. */
class SelectedRowsTest {

  static Stream<Algorithm> algorithms() {
    StepSize any = new StepSize(0.1f, 0, StepSize.Schedule.CONSTANT);
    return Stream.of(
        new DecentralizedSgd(new SgdOptions(3, any)),
        new ChocoSgd(new SgdOptions(3, any)),
        new GradientTracking(new SgdOptions(3, any)),
        new FedAvg(new SgdOptions(3, any)),
        new FedProx(0.1f, new SgdOptions(3, any)),
        new FedMd(
            new ConsensusOptions(
                3,
                DistillationLoss.SQUARED,
                new ExchangeSchedule(5, ExchangeSchedule.Order.RANDOM, 3, 2),
                5,
                any)));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void sendsInTheRoundsThatSelectRowsAndInNoOthers(Algorithm algorithm) {
    RecordingDevice device = RecordingDevice.withWeights(Graphs.ring(1), new Training(1, 2)).get(0);
    Participant participant = algorithm.join(device);
    for (int round = 0; round < 12; round++) {
      int before = device.sent();
      participant.begin(round);
      participant.finish(round, new Losses());
      assertThat(device.sent() > before)
          .as("round %d", round)
          .isEqualTo(!device.selected(round).isEmpty())
          .isEqualTo(round % 3 == 2);
    }
  }
}
