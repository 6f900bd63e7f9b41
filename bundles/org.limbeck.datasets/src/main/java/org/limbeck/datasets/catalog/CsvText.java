package org.limbeck.datasets.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.limbeck.api.InputLimits;
import org.limbeck.api.TextInput;

/**
 * The text of a CSV file in UTF-8, of which no row goes beyond {@link InputLimits}, so that a
 * parser never has to make room for a row that is too long. It is handed out line by line, and who
 * reads it says where a row ends. Used by one thread.
 */
public final class CsvText extends Reader {
  /** How such a text is written. */
  public static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .get();

  private static final int BUFFER = 1 << 13;

  private final Reader in;
  private final char[] buffer = new char[BUFFER];
  private int at;
  private int end;
  private long lines;
  private int characters;
  private int commas;

  /**
   * Reads a stream, which is closed together with this.
   *
   * @throws IOException if it is text in another encoding
   */
  public CsvText(InputStream in) throws IOException {
    this(TextInput.open(in));
  }

  /** Reads a text, which is closed together with this. */
  public CsvText(Reader in) {
    this.in = in;
  }

  /** Is told that a row has ended. */
  public void endRow() {
    characters = 0;
    commas = 0;
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
      commas += next == ',' ? 1 : 0;
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
    if (commas >= InputLimits.CSV_COLUMNS) {
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
