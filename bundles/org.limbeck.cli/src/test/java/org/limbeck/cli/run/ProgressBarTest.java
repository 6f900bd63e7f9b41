package org.limbeck.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunPaused;
import org.limbeck.api.event.RunRestored;
import org.limbeck.api.event.RunStarted;

class ProgressBarTest {
  private final StringWriter out = new StringWriter();
  private long now;
  private final ProgressBar bar = new ProgressBar(new PrintWriter(out), 80, "", () -> now);

  @Test
  void drawsWhatIsDoneAndWhatIsLeft() {
    start(200);
    now = TimeUnit.SECONDS.toNanos(40);
    bar.on(new RoundCompleted(49, List.of()));

    assertThat(lastLine())
        .isEqualTo("[#######.......................] round 50/200  2:00 left\033[K");
  }

  @Test
  void showsTheLastAccuracy() {
    start(10);
    bar.on(new RoundEvaluated(0, List.of(device(0.25), device(0.5))));
    now = TimeUnit.SECONDS.toNanos(1);
    bar.on(new RoundCompleted(0, List.of()));

    assertThat(lastLine()).contains("round 1/10  accuracy 0.38  0:09 left");
  }

  @Test
  void drawsAtMostTenTimesASecond() {
    start(1000);
    for (int round = 0; round < 1000; round++) {
      now += TimeUnit.MILLISECONDS.toNanos(1);
      bar.on(new RoundCompleted(round, List.of()));
    }

    assertThat(out.toString().chars().filter(c -> c == '\r').count()).isEqualTo(11);
  }

  @Test
  void fitsALineOfATerminal() {
    assertThat(longLine(80, "alone: ")).hasSizeBetween(60, 79).endsWith("83:20 left");
    assertThat(longLine(60, "alone: ")).hasSizeBetween(50, 59).endsWith("83:20 left");
    assertThat(longLine(60, "")).hasSizeBetween(50, 59).endsWith("83:20 left");
  }

  @Test
  void isCutWhereALineIsTooShortForIt() {
    assertThat(longLine(40, "alone: "))
        .hasSize(39)
        .startsWith("alone: [.....] round 10/100000")
        .endsWith("…");
  }

  private String longLine(int columns, String label) {
    now = 0;
    ProgressBar wide = new ProgressBar(new PrintWriter(out), columns, label, () -> now);
    wide.on(new RunStarted("small", 1, 100_000, Map.of(), List.of(), List.of()));
    wide.on(new RoundEvaluated(0, List.of(device(0.25))));
    now = TimeUnit.MILLISECONDS.toNanos(500);
    wide.on(new RoundCompleted(9, List.of()));
    return lastLine().replace("\033[K", "");
  }

  @Test
  void measuresOnlyWhatItHasSeenOfAResumedRun() {
    start(100);
    bar.on(new RunRestored(50));
    now = TimeUnit.SECONDS.toNanos(10);
    bar.on(new RoundCompleted(50, List.of()));

    assertThat(lastLine()).contains("round 51/100  8:10 left");
  }

  @Test
  void putsNoticesAboveItself() {
    start(10);
    bar.on(new RunPaused(0, "waits for topology ring"));

    assertThat(out.toString())
        .contains(
            "\rpaused after round 0: waits for topology ring\033[K"
                + System.lineSeparator()
                + "\r[..............................] round 0/10");
  }

  @Test
  void growsWithARunThatIsHeldForMore() {
    start(10);
    now = TimeUnit.SECONDS.toNanos(1);
    bar.on(new RoundCompleted(10, List.of()));

    assertThat(lastLine()).contains("] round 11/11").doesNotContain(".");
  }

  @Test
  void leavesItsLineOnceWhenClosed() {
    start(10);
    bar.close();
    bar.close();

    assertThat(out.toString()).endsWith("\033[K" + System.lineSeparator());
    assertThat(out.toString().lines()).hasSize(2);
  }

  @Test
  void leavesNoLineIfItNeverDrewOne() {
    bar.close();

    assertThat(out.toString()).isEmpty();
  }

  private void start(long rounds) {
    bar.on(new RunStarted("small", 1, rounds, Map.of(), List.of(), List.of()));
  }

  private String lastLine() {
    return out.toString().substring(out.toString().lastIndexOf('\r') + 1);
  }

  private static DeviceEvaluation device(double accuracy) {
    return new DeviceEvaluation("device-1", accuracy, 0, 0, 0);
  }
}
