package org.limbeck.observers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunFiguresTest {
  private final RunFigures figures = new RunFigures(10);

  @Test
  void accuracyIsThatOfHonestDevices() {
    Map<String, Double> at = figures.at(SampleEvents.evaluation(0, 0.25, 0.75));
    assertThat(at)
        .containsEntry("accuracy/mean", 0.5)
        .containsEntry("accuracy/min", 0.25)
        .containsEntry("accuracy/max", 0.75)
        .containsEntry("disagreement/mean", 0.375)
        .containsEntry("stationarity/mean", 3.0)
        .containsEntry("device-accuracy/liar", 0.0);
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(figures.at(SampleEvents.evaluation(0, 0.25, 0.75)))
        .doesNotContainKeys("loss/local", "loss/distillation", "tracking-error/mean");
  }

  @Test
  void lossesAreThoseSinceTheLastEvaluationAndBytesThoseOfTheRun() {
    figures.count(SampleEvents.round(0, 4, 1, 100));
    figures.count(SampleEvents.round(1, 2, Double.NaN, 100));
    Map<String, Double> first = figures.at(SampleEvents.evaluation(2, 0, 0));
    figures.count(SampleEvents.round(2, 1, 0.5, 50));
    Map<String, Double> second = figures.at(SampleEvents.evaluation(3, 0, 0));
    assertThat(first)
        .containsEntry("loss/local", 3.0)
        .containsEntry("loss/distillation", 1.0)
        .containsEntry("bytes/payload", 600.0)
        .containsEntry("bytes/frames", 660.0)
        .containsEntry("bytes/wire", 0.0);
    assertThat(second)
        .containsEntry("loss/local", 1.0)
        .containsEntry("loss/distillation", 0.5)
        .containsEntry("bytes/payload", 750.0);
  }

  @Test
  void noMoreDevicesThanAskedForHaveFiguresOfTheirOwn() {
    assertThat(new RunFigures(1).at(SampleEvents.evaluation(0, 0.25, 0.75)))
        .containsEntry("device-accuracy/a", 0.25)
        .doesNotContainKeys("device-accuracy/b", "device-accuracy/liar");
  }

  @Test
  void whatIsSavedGoesOn() throws IOException {
    figures.count(SampleEvents.round(0, 4, 1, 100));
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    figures.save(new DataOutputStream(saved));
    RunFigures restored = new RunFigures(10);
    restored.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
    figures.count(SampleEvents.round(1, 1, 0.5, 7));
    restored.count(SampleEvents.round(1, 1, 0.5, 7));
    Map<String, Double> expected = figures.at(SampleEvents.evaluation(2, 0.5, 0.5));
    assertThat(restored.at(SampleEvents.evaluation(2, 0.5, 0.5))).isEqualTo(expected);
    assertThat(expected.get("loss/local")).isCloseTo(2.5, within(1e-12));
  }
}
