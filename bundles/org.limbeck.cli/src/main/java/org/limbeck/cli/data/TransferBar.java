package org.limbeck.cli.data;

import java.io.PrintWriter;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.limbeck.cli.terminal.ByteCount;
import org.limbeck.cli.terminal.ProgressText;
import org.limbeck.cli.terminal.Terminal;

/** Shows how much of a file has come, as one line that is written over ten times a second. */
final class TransferBar implements Transfer {
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final int columns;
  private final String file;
  private final LongSupplier nanoTime;
  private long total = -1;
  private long done;
  private long drawnAt;

  /**
   * Makes a bar.
   *
   * @param columns how many characters a line of the terminal has
   * @param nanoTime a clock that only moves forward, in nanoseconds
   */
  TransferBar(PrintWriter out, int columns, String file, LongSupplier nanoTime) {
    this.out = out;
    this.columns = columns;
    this.file = file;
    this.nanoTime = nanoTime;
  }

  /** Returns what shows the progress of a file: a bar to a person, a line to a log. */
  static Function<String, Transfer> factory(Terminal terminal, boolean quiet) {
    if (quiet) {
      return file -> Transfer.SILENT;
    }
    return terminal.errInteractive()
        ? file -> new TransferBar(terminal.err(), terminal.errColumns(), file, System::nanoTime)
        : file -> new TransferLine(terminal.err(), file);
  }

  @Override
  public void begins(long bytes) {
    total = bytes;
    draw();
  }

  @Override
  public void receives(int bytes) {
    done += bytes;
    if (nanoTime.getAsLong() - drawnAt >= ProgressText.REDRAW_NANOS) {
      draw();
    }
  }

  @Override
  public void close() {
    draw();
    out.println();
  }

  private void draw() {
    String bar = "";
    String of = "";
    if (total > 0) {
      bar = ProgressText.bar(done, total, WIDTH) + " ";
      of = " of " + ByteCount.readable(total);
    }
    out.print(ProgressText.over(file + " " + bar + ByteCount.readable(done) + of, columns));
    out.flush();
    drawnAt = nanoTime.getAsLong();
  }
}
