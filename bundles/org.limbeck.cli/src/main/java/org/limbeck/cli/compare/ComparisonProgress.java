package org.limbeck.cli.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunRestored;
import org.limbeck.cli.run.EventMessages;
import org.limbeck.cli.run.ProgressDisplay;
import org.limbeck.cli.run.RunListener;
import org.limbeck.cli.terminal.ByteCount;
import org.limbeck.cli.terminal.ProgressText;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.engine.control.RunControl;
import org.limbeck.report.Summary;

/**
 * Shows how far a comparison has come: a line per run that ends, and on a terminal one bar over all
 * runs below them, written over at most ten times a second. Safe for use by several threads.
 */
final class ComparisonProgress implements AutoCloseable {
  private static final int BAR = 24;

  private final Terminal terminal;
  private final boolean quiet;
  private final LongSupplier nanoTime;
  private final int runs;
  private final long rounds;
  private final long startedAt;
  private final List<Cell> present = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private int ended;
  private long passed;
  private long done;
  private long drawnAt;
  private boolean open;

  /**
   * Begins to show.
   *
   * @param cells what is left to run
   * @param before how many runs had ended before
   * @param nanoTime a clock that only moves forward, in nanoseconds
   */
  ComparisonProgress(
      Terminal terminal, boolean quiet, List<Cell> cells, int before, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.quiet = quiet;
    this.nanoTime = nanoTime;
    this.runs = before + cells.size();
    this.ended = before;
    this.rounds = cells.stream().mapToLong(cell -> cell.experiment().rounds()).sum();
    this.startedAt = nanoTime.getAsLong();
    this.drawnAt = startedAt - ProgressText.REDRAW_NANOS;
  }

  /** Returns how many runs have ended. */
  synchronized int ended() {
    return ended;
  }

  /** Tells that another process has carried a run through. */
  synchronized void endedElsewhere(Cell cell) {
    ended++;
    done += cell.experiment().rounds();
    passed += cell.experiment().rounds();
    tell(ended + "/" + runs + "  " + cell + ": ended in another process");
  }

  /** Begins with a run. */
  synchronized Share begin(Cell cell) {
    present.add(cell);
    draw(true);
    return new Share(cell);
  }

  @Override
  public synchronized void close() {
    if (open) {
      terminal.err().print("\r" + ProgressText.REST_OF_LINE);
      terminal.err().flush();
      open = false;
    }
  }

  /** The progress of one run. What is shown is that of the run itself, not of its baseline. */
  final class Share implements RunListener, ProgressDisplay {
    private final Cell cell;
    private long round;

    private Share(Cell cell) {
      this.cell = cell;
    }

    /** What many runs have in common is told once. */
    @Override
    public void warn(List<String> concerns) {
      synchronized (ComparisonProgress.this) {
        concerns.stream().filter(told::add).map(EventMessages::warning).forEach(line -> tell(line));
      }
    }

    @Override
    public ProgressDisplay alone(String label) {
      return event -> {};
    }

    @Override
    public ProgressDisplay together(RunControl control) {
      return this;
    }

    @Override
    public void on(RunEvent event) {
      if (event instanceof RunRestored restored) {
        advance(restored.round(), true);
      } else if (event instanceof RoundCompleted completed) {
        advance(completed.round() + 1, false);
      }
    }

    /** Tells of the outcome. */
    void finished(Summary summary) {
      synchronized (ComparisonProgress.this) {
        ended++;
        tell(ended + "/" + runs + "  " + cell + ": " + outcome(summary));
      }
    }

    @Override
    public void close() {
      synchronized (ComparisonProgress.this) {
        present.remove(cell);
      }
    }

    private void advance(long to, boolean restored) {
      synchronized (ComparisonProgress.this) {
        done += to - round;
        passed += restored ? to - round : 0;
        round = to;
        draw(false);
      }
    }
  }

  private static String outcome(Summary summary) {
    Double accuracy = summary.accuracy().meanTestAccuracy();
    return String.format(
        Locale.ROOT,
        "%s, %s sent per device, %.1f s",
        accuracy == null
            ? "no accuracy"
            : String.format(Locale.ROOT, "accuracy %.1f %%", 100 * accuracy),
        ByteCount.readable(summary.bytes().bytesSentPerDevice()),
        summary.timing().wallSeconds());
  }

  private void tell(String line) {
    if (!quiet) {
      terminal.err().println((open ? "\r" : "") + line + (open ? ProgressText.REST_OF_LINE : ""));
      open = false;
      draw(true);
    }
  }

  private void draw(boolean now) {
    long time = nanoTime.getAsLong();
    if (quiet
        || !terminal.errInteractive()
        || (!now && time - drawnAt < ProgressText.REDRAW_NANOS)) {
      return;
    }
    String names = present.stream().map(Cell::toString).collect(Collectors.joining("; "));
    String text =
        String.format(
            Locale.ROOT,
            "%s %d/%d runs%s  %s",
            ProgressText.bar(done, rounds, BAR),
            ended,
            runs,
            ProgressText.timeLeft(time - startedAt, done - passed, rounds - done),
            names);
    terminal.err().print(ProgressText.over(text, terminal.errColumns()));
    terminal.err().flush();
    drawnAt = time;
    open = true;
  }
}
