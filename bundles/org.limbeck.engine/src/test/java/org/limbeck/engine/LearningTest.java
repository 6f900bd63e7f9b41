package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.topologies.Complete;
import org.limbeck.topologies.Path;

class LearningTest {
  private static final long ROUNDS = 400;

  @Test
  void devicesLearnFromEachOther() throws InterruptedException {
    PlainRun run = PlainRun.ofRing(8, ROUNDS);
    RoundEvaluated alone = run.with(PlainRun.LOCAL).lastEvaluation(2);
    RoundEvaluated together = run.lastEvaluation(2);
    assertThat(accuracy(together)).isGreaterThan(accuracy(alone) + 0.2);
    for (int n = 0; n < 8; n++) {
      assertThat(together.devices().get(n).testAccuracy())
          .isGreaterThan(alone.devices().get(n).testAccuracy());
    }
  }

  @Test
  void aPathLearnsWhatTheCompleteGraphLearns() throws InterruptedException {
    PlainRun run = PlainRun.ofRing(6, ROUNDS);
    double path = accuracy(run.with(new Path()).lastEvaluation(2));
    double complete = accuracy(run.with(new Complete()).lastEvaluation(2));
    assertThat(path).isBetween(complete - 0.03, complete + 0.03);
  }

  @Test
  void devicesComeToAgreeAndTrackTheirMean() throws InterruptedException {
    RoundEvaluated end = PlainRun.ofRing(6, ROUNDS).lastEvaluation(2);
    RoundEvaluated alone = PlainRun.ofRing(6, ROUNDS).with(PlainRun.LOCAL).lastEvaluation(2);
    for (int n = 0; n < 6; n++) {
      DeviceEvaluation device = end.devices().get(n);
      assertThat(device.disagreement()).isLessThan(alone.devices().get(n).disagreement() / 2);
      assertThat(device.trackingError()).isLessThan(0.01);
      assertThat(alone.devices().get(n).trackingError()).isNaN();
    }
  }

  private static double accuracy(RoundEvaluated evaluation) {
    return evaluation.devices().stream()
        .mapToDouble(DeviceEvaluation::testAccuracy)
        .average()
        .orElseThrow();
  }
}
