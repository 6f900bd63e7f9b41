package org.limbeck.datasets.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What stands between the cells of a CSV file. */
public final class Separator {
  /** What is looked for in a first line. */
  private static final String CANDIDATES = ",;\t|";

  /** A first line is looked at so far. */
  private static final int AHEAD = 1 << 16;

  private Separator() {}

  /**
   * Checks what shall stand between cells.
   *
   * @param separator a character, or {@code tab}; empty: what is in the first line
   * @throws IllegalArgumentException if it may not stand there
   */
  public static void require(String separator) {
    boolean named = separator.isEmpty() || separator.equals("tab");
    if (!named && (separator.length() != 1 || "\"\r\n".contains(separator))) {
      throw new IllegalArgumentException(
          "separator: a character such as , or ; or 'tab' stands between cells, not '"
              + separator
              + "'");
    }
  }

  /**
   * Finds the separator of a text by its first line that is no comment; the text is still to be
   * read from its beginning afterwards.
   *
   * @param comment the character that begins a comment; empty: none does
   * @return the only candidate that is in the line outside of quotes; a comma if none is
   * @throws IOException if there are several
   */
  static char in(BufferedReader text, String comment) throws IOException {
    String line = firstLine(beginning(text), comment);
    List<Character> found = new ArrayList<>();
    for (int i = 0; i < CANDIDATES.length(); i++) {
      char candidate = CANDIDATES.charAt(i);
      if (comment.indexOf(candidate) < 0 && outsideOfQuotes(line, 0, candidate) < line.length()) {
        found.add(candidate);
      }
    }
    if (found.size() > 1) {
      throw new IOException(
          "the first line has "
              + name(found.get(0))
              + " and "
              + name(found.get(1))
              + ": say by separator which of them stands between cells"
              + CommentLines.hint(line));
    }
    return found.isEmpty() ? ',' : found.get(0);
  }

  /** Returns a separator as messages show it. */
  static String name(char separator) {
    return separator == '\t' ? "tab" : "'" + separator + "'";
  }

  private static String beginning(BufferedReader text) throws IOException {
    text.mark(AHEAD);
    char[] ahead = new char[AHEAD];
    int count = 0;
    for (int read = 0; read >= 0 && count < AHEAD; count += Math.max(read, 0)) {
      read = text.read(ahead, count, AHEAD - count);
    }
    text.reset();
    return new String(ahead, 0, count);
  }

  /** A name in quotes may go on in the next line. */
  private static String firstLine(String text, String comment) {
    int begin = 0;
    while (begin < text.length()) {
      boolean isComment = !comment.isEmpty() && text.startsWith(comment, begin);
      int end = isComment ? lineEnd(text, begin) : quotedLineEnd(text, begin);
      String line = text.substring(begin, end);
      if (!isComment && !line.isBlank()) {
        return line;
      }
      begin = end + 1;
    }
    return "";
  }

  private static int lineEnd(String text, int begin) {
    int end = begin;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static int quotedLineEnd(String text, int begin) {
    return Math.min(outsideOfQuotes(text, begin, '\n'), outsideOfQuotes(text, begin, '\r'));
  }

  /** Returns where a character stands outside of quotes; the length of the text if nowhere. */
  private static int outsideOfQuotes(String text, int begin, char wanted) {
    boolean quoted = false;
    int at = begin;
    while (at < text.length() && (quoted || text.charAt(at) != wanted)) {
      boolean isQuote = text.charAt(at) == '"';
      quoted ^= isQuote && (quoted || at == begin || mayBegin(text.charAt(at - 1)));
      at++;
    }
    return at;
  }

  /** Returns whether a quote after a character begins a cell, or is one that stands twice. */
  private static boolean mayBegin(char before) {
    return CANDIDATES.indexOf(before) >= 0 || before == ' ' || before == '"';
  }
}
