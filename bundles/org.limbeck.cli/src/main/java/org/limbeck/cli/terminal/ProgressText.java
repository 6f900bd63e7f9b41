package org.limbeck.cli.terminal;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What lines are made of that show progress and are written over. */
public final class ProgressText {
  /** How long a line stays at least, so that a person can read it. */
  public static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Clears what a longer line has left. */
  public static final String REST_OF_LINE = "\033[K";

  private ProgressText() {}

  /**
   * Returns what to write so that a line takes the place of the one before, and no more than that.
   *
   * @param columns how many characters a line of the terminal has; the last one stays free, as some
   *     terminals go on to the next line after it
   */
  public static String over(String line, int columns) {
    return "\r" + TextWidth.cut(line, columns - 1) + REST_OF_LINE;
  }

  /** Returns a bar such as {@code [###.....]}. */
  public static String bar(long done, long all, int width) {
    int filled = (int) (width * Math.min(done, all) / Math.max(1, all));
    return "[" + "#".repeat(filled) + ".".repeat(width - filled) + "]";
  }

  /**
   * Returns such as {@code 1:05 left}, after blanks; empty if nothing is known or left.
   *
   * @param nanos how long what is done has taken
   */
  public static String timeLeft(long nanos, long done, long left) {
    if (done == 0 || left <= 0) {
      return "";
    }
    double each = (double) nanos / done;
    long seconds = (long) Math.ceil(each * left / TimeUnit.SECONDS.toNanos(1));
    return String.format(Locale.ROOT, "  %d:%02d left", seconds / 60, seconds % 60);
  }
}
