package org.limbeck.cli.run;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunRestored;
import org.limbeck.api.event.RunStarted;
import org.limbeck.cli.terminal.Accuracy;
import org.limbeck.cli.terminal.ProgressText;

/** Shows progress as one line that is written over, at most ten times a second. */
final class ProgressBar implements ProgressDisplay {
  private static final int MOST = 30;
  private static final int LEAST = 5;
  private static final String AROUND = "[] round /  accuracy 0.00  000:00 left";

  private final PrintWriter out;
  private final int columns;
  private final String label;
  private final LongSupplier nanoTime;
  private String accuracy = "";
  private int width;
  private long rounds;
  private long done;
  private long doneBefore;
  private long startedAt;
  private long drawnAt;
  private boolean open;

  /**
   * Makes a bar.
   *
   * @param columns how many characters a line of the terminal has
   * @param nanoTime a clock that only moves forward, in nanoseconds
   */
  ProgressBar(PrintWriter out, int columns, String label, LongSupplier nanoTime) {
    this.out = out;
    this.columns = columns;
    this.label = label;
    this.nanoTime = nanoTime;
  }

  @Override
  public void on(RunEvent event) {
    long now = nanoTime.getAsLong();
    if (event instanceof RunStarted started) {
      rounds = started.rounds();
      int text = label.length() + AROUND.length() + 2 * Long.toString(rounds).length();
      width = Math.max(LEAST, Math.min(MOST, columns - 1 - text));
      begin(now, 0);
      draw(now);
    } else if (event instanceof RunRestored restored) {
      begin(now, restored.round());
      draw(now);
    } else if (event instanceof RoundEvaluated evaluated) {
      accuracy = "  " + Accuracy.of(evaluated);
      draw(now);
    } else if (event instanceof RoundCompleted completed) {
      done = completed.round() + 1;
      rounds = Math.max(rounds, done);
      if (now - drawnAt >= ProgressText.REDRAW_NANOS) {
        draw(now);
      }
    }
    EventMessages.of(event).ifPresent(notice -> interject(notice, now));
  }

  @Override
  public void close() {
    if (open) {
      out.println();
      open = false;
    }
  }

  /** Begins to measure how fast rounds go. */
  private void begin(long now, long round) {
    startedAt = now;
    done = round;
    doneBefore = round;
  }

  private void interject(String notice, long now) {
    out.println("\r" + label + notice + ProgressText.REST_OF_LINE);
    begin(now, done);
    draw(now);
  }

  private void draw(long now) {
    String line =
        String.format(
            Locale.ROOT,
            "%s%s round %d/%d%s%s",
            label,
            ProgressText.bar(done, rounds, width),
            done,
            rounds,
            accuracy,
            ProgressText.timeLeft(now - startedAt, done - doneBefore, rounds - done));
    out.print(ProgressText.over(line, columns));
    out.flush();
    drawnAt = now;
    open = true;
  }
}
