package org.limbeck.datasets.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What stands between the cells of a CSV file. */
final class Separator {
  /** What is looked for in a first line. */
  private static final String CANDIDATES = ",;\t|";

  /** A first line is looked at so far. */
  private static final int AHEAD = 1 << 16;

  private Separator() {}

  /**
   * Finds the separator of a text by its first line that is no comment; the text is still to be
   * read from its beginning afterwards.
   *
   * @return the only candidate that is in the line outside of quotes; a comma if none is
   * @throws IOException if there are several
   */
  static char in(BufferedReader text) throws IOException {
    String line = firstLine(text);
    List<Character> found = new ArrayList<>();
    for (int i = 0; i < CANDIDATES.length(); i++) {
      char candidate = CANDIDATES.charAt(i);
      if (isIn(line, candidate)) {
        found.add(candidate);
      }
    }
    if (found.size() > 1) {
      throw new IOException(
          "the first line has "
              + name(found.get(0))
              + " and "
              + name(found.get(1))
              + ": say by separator which of them stands between cells");
    }
    return found.isEmpty() ? ',' : found.get(0);
  }

  /** Returns a separator as messages show it. */
  static String name(char separator) {
    return separator == '\t' ? "tab" : "'" + separator + "'";
  }

  private static String firstLine(BufferedReader text) throws IOException {
    text.mark(AHEAD);
    char[] ahead = new char[AHEAD];
    int count = 0;
    for (int read = 0; read >= 0 && count < AHEAD; count += Math.max(read, 0)) {
      read = text.read(ahead, count, AHEAD - count);
    }
    text.reset();
    return new String(ahead, 0, count)
        .lines()
        .filter(line -> !line.isBlank() && line.charAt(0) != '#')
        .findFirst()
        .orElse("");
  }

  private static boolean isIn(String line, char candidate) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      if (!quoted && line.charAt(i) == candidate) {
        return true;
      }
    }
    return false;
  }
}
