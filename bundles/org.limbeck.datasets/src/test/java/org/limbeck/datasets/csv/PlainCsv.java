package org.limbeck.datasets.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CSV file read in the plainest way, character by character, to compare with. Cells are stripped
 * of white space unless a tab separates them, quotes stand twice in quotes, and empty lines and
 * comments are none. Nothing but white space may stand after a quoted cell.
 */
final class PlainCsv {
  private final String text;
  private final char separator;
  private final String comment;
  private final List<List<String>> lines = new ArrayList<>();
  private int at;

  private PlainCsv(String text, char separator, String comment) {
    this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
    this.separator = separator;
    this.comment = comment;
  }

  /** Returns the cells of all lines; empty if quotes stand where they must not. */
  static Optional<List<List<String>>> lines(String text, char separator, String comment) {
    PlainCsv csv = new PlainCsv(text, separator, comment);
    while (csv.at < csv.text.length()) {
      if (!csv.line()) {
        return Optional.empty();
      }
    }
    return Optional.of(csv.lines);
  }

  private boolean line() {
    if (!comment.isEmpty() && text.startsWith(comment, at)) {
      while (!isLineOver()) {
        at++;
      }
      endLine();
      return true;
    }
    if (isLineOver()) {
      endLine();
      return true;
    }
    List<String> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      String cell = cell();
      if (cell == null) {
        return false;
      }
      cells.add(cell);
      more = at < text.length() && text.charAt(at) == separator;
      at += more ? 1 : 0;
    }
    endLine();
    lines.add(cells);
    return true;
  }

  /** Returns null if quotes stand where they must not. */
  private String cell() {
    int begin = at;
    while (separator != '\t' && isSpace()) {
      at++;
    }
    if (!isCellOver() && text.charAt(at) == '"') {
      String quoted = quoted();
      while (isSpace()) {
        at++;
      }
      return isCellOver() ? quoted : null;
    }
    while (!isCellOver()) {
      at++;
    }
    String cell = text.substring(begin, at);
    return separator == '\t' ? cell : cell.strip();
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    at++;
    while (at < text.length()) {
      boolean isQuote = text.charAt(at) == '"';
      if (isQuote && !text.startsWith("\"\"", at)) {
        at++;
        return cell.toString();
      }
      cell.append(text.charAt(at));
      at += isQuote ? 2 : 1;
    }
    return null;
  }

  private boolean isSpace() {
    return !isCellOver() && Character.isWhitespace(text.charAt(at));
  }

  private boolean isCellOver() {
    return isLineOver() || text.charAt(at) == separator;
  }

  private boolean isLineOver() {
    return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private void endLine() {
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
}
