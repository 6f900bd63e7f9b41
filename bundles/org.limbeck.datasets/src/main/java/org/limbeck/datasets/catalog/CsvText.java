package org.limbeck.datasets.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.limbeck.api.InputLimits;
import org.limbeck.api.TextInput;

/**
 * The text of a CSV file in UTF-8, of which no row goes beyond {@link InputLimits}, so that a
 * parser never has to make room for a row that is too long. It is handed out line by line, and who
 * reads it says where a row ends. Used by one thread.
 */
public final class CsvText extends Reader {
  private static final int BUFFER = 1 << 13;

  private final Reader in;
  private final char separator;
  private final boolean found;
  private final String comment;
  private final char[] buffer = new char[BUFFER];
  private int at;
  private int end;
  private long lines;
  private int characters;
  private int separators;

  private CsvText(Reader in, char separator, boolean found, String comment) {
    this.in = in;
    this.separator = separator;
    this.found = found;
    this.comment = comment;
  }

  /**
   * Reads a stream, which is closed together with the text.
   *
   * @param separator what stands between cells: a character, or {@code tab}; empty: what is in the
   *     first line
   * @param comment the character that begins a line to leave aside; empty: none does
   * @throws IOException if it is text in another encoding, or the first line has several separators
   */
  public static CsvText of(InputStream in, String separator, String comment) throws IOException {
    return of(TextInput.open(in), separator, comment);
  }

  /**
   * Reads a text, which is closed together with this.
   *
   * @param separator what stands between cells: a character, or {@code tab}; empty: what is in the
   *     first line
   * @param comment the character that begins a line to leave aside; empty: none does
   * @throws IOException if the first line has several separators
   */
  public static CsvText of(Reader in, String separator, String comment) throws IOException {
    if (separator.equals("tab")) {
      return new CsvText(in, '\t', false, comment);
    }
    if (!separator.isEmpty()) {
      return new CsvText(in, separator.charAt(0), false, comment);
    }
    BufferedReader text = new BufferedReader(in);
    return new CsvText(text, Separator.in(text, comment), true, comment);
  }

  /** Returns how the text is written. */
  public CSVFormat format() {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator)
        .setCommentMarker(comment.isEmpty() ? null : comment.charAt(0))
        .setIgnoreEmptyLines(true)
        .setIgnoreSurroundingSpaces(separator != '\t')
        .get();
  }

  /**
   * Returns the separator as messages show it, if the first line has told it and it is no comma.
   */
  public Optional<String> foundSeparator() {
    return found && separator != ',' ? Optional.of(Separator.name(separator)) : Optional.empty();
  }

  /** Is told that a row has ended. */
  public void endRow() {
    characters = 0;
    separators = 0;
  }

  /**
   * Reads some characters of one line.
   *
   * @throws IOException if the row goes beyond a limit, which the message tells with the line
   */
  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == end) {
      at = 0;
      end = in.read(buffer);
      if (end < 0) {
        end = 0;
        return -1;
      }
    }
    int from = at;
    do {
      char next = buffer[at++];
      separators += next == separator ? 1 : 0;
      lines += next == '\n' ? 1 : 0;
    } while (at < end && at - from < length && !isLineOver());
    characters += at - from;
    requireWithinLimits();
    System.arraycopy(buffer, from, into, offset, at - from);
    return at - from;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean isLineOver() {
    return buffer[at - 1] == '\n' || buffer[at - 1] == '\r';
  }

  private void requireWithinLimits() throws IOException {
    if (separators >= InputLimits.CSV_COLUMNS) {
      throw tooLong(InputLimits.CSV_COLUMNS, "columns");
    }
    if (characters > InputLimits.CSV_ROW_CHARACTERS) {
      throw tooLong(InputLimits.CSV_ROW_CHARACTERS, "characters");
    }
  }

  private IOException tooLong(int most, String what) {
    return new IOException(
        String.format(
            Locale.ROOT,
            "the row at line %d has more than %,d %s, which are not read",
            buffer[at - 1] == '\n' ? lines : lines + 1,
            most,
            what));
  }
}
