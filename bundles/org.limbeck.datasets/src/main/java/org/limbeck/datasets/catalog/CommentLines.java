package org.limbeck.datasets.catalog;

import org.apache.commons.csv.CSVRecord;

/**
 * The lines of a CSV file that begin with {@code #} and are none of the comments that were asked
 * for. Used by one thread.
 */
public final class CommentLines {
  private static final String MARK = "#";

  private static final String ADVICE =
      " begins with '#': with '#' as the option comment, such lines are left aside";

  /** What a comment may not begin with, besides letters, digits and white space. */
  private static final String CELLS = "\"'+-.";

  private long first;
  private long count;

  /**
   * Checks the option {@code comment}.
   *
   * @param comment the character that begins a comment; empty: none does
   * @param separator what stands between cells
   * @throws IllegalArgumentException if no comment may begin so
   */
  public static void require(String comment, String separator) {
    boolean isMark =
        comment.length() == 1
            && !Character.isLetterOrDigit(comment.charAt(0))
            && !Character.isWhitespace(comment.charAt(0))
            && CELLS.indexOf(comment.charAt(0)) < 0;
    if (!comment.isEmpty() && !isMark) {
      throw new IllegalArgumentException(
          "comment: one character such as # or % begins a comment, not '" + comment + "'");
    }
    if (isMark && comment.equals(separator)) {
      throw new IllegalArgumentException(
          "comment: '" + comment + "' is the separator, and cannot begin a comment");
    }
  }

  /** Is told what stands in the first line, which may name columns. */
  public void seeNames(CSVRecord names, long line) {
    see(names, line);
    count = 0;
  }

  /** Is told what stands in a line. */
  public void see(CSVRecord row, long line) {
    if (row.get(0).startsWith(MARK)) {
      first = first == 0 ? line : first;
      count++;
    }
  }

  /** Returns how many of the lines seen begin so, but for one with names. */
  public long count() {
    return count;
  }

  /** Returns what to add to the reason why a file is refused; empty if no line begins so. */
  public String hint() {
    return first == 0 ? "" : "; line " + first + ADVICE;
  }

  /** Returns what to add to what is wrong with the first line; empty if it does not begin so. */
  static String hint(String firstLine) {
    return firstLine.startsWith(MARK) ? "; it" + ADVICE : "";
  }
}
