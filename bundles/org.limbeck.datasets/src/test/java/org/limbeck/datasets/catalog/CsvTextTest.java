package org.limbeck.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.limbeck.api.InputLimits;

class CsvTextTest {

  @Test
  void handsOutTheTextAsItIs() throws IOException {
    String text = "a,b\r\nc\n\n\rd" + ",".repeat(20_000) + "\ne";
    StringBuilder read = new StringBuilder();
    try (CsvText csv = CsvText.of(new StringReader(text), ",", "")) {
      char[] some = new char[100];
      for (int n = csv.read(some); n >= 0; n = csv.read(some)) {
        read.append(some, 0, n);
      }
    }
    assertThat(read).hasToString(text);
  }

  @Test
  void neverGoesBeyondALineAtOnce() throws IOException {
    try (CsvText csv = CsvText.of(new StringReader("ab\ncd"), ",", "")) {
      assertThat(csv.read(new char[100])).isEqualTo(3);
      assertThat(csv.read(new char[100])).isEqualTo(2);
      assertThat(csv.read(new char[100])).isEqualTo(-1);
    }
  }

  @Test
  void stopsWhereARowHasTooManyColumns() throws IOException {
    readAll(new Endless(",", InputLimits.CSV_COLUMNS - 1));
    Endless endless = new Endless(",", Long.MAX_VALUE);
    assertThatIOException()
        .isThrownBy(() -> readAll(endless))
        .withMessage("the row at line 1 has more than 1,050,000 columns, which are not" + " read");
    assertThat(endless.read).isLessThan(InputLimits.CSV_COLUMNS + 10_000L);
  }

  @Test
  void stopsWhereARowIsTooLong() throws IOException {
    readAll(new Endless("7", InputLimits.CSV_ROW_CHARACTERS));
    assertThatIOException()
        .isThrownBy(() -> readAll(new Endless("7", InputLimits.CSV_ROW_CHARACTERS + 1L)))
        .withMessageContaining("more than 16,777,216 characters");
    Endless quoted = new Endless("\"\n", Long.MAX_VALUE);
    assertThatIOException().isThrownBy(() -> readAll(quoted));
    assertThat(quoted.read).isLessThan(InputLimits.CSV_ROW_CHARACTERS + 10_000L);
  }

  @Test
  void beginsToCountAnewWithEveryRow() throws IOException {
    try (CsvText csv = CsvText.of(new Endless("1,2\n", 4L * InputLimits.CSV_COLUMNS), ",", "")) {
      char[] some = new char[100];
      while (csv.read(some) >= 0) {
        csv.endRow();
      }
    }
  }

  private static void readAll(Reader text) throws IOException {
    try (CsvText csv = CsvText.of(text, ",", "")) {
      csv.transferTo(java.io.Writer.nullWriter());
    }
  }

  /** A text that repeats, up to a length, and takes no memory. */
  private static final class Endless extends Reader {
    private final char[] part;
    private final long length;
    private long read;

    Endless(String part, long length) {
      this.part = part.toCharArray();
      this.length = length;
    }

    @Override
    public int read(char[] into, int offset, int count) {
      int n = (int) Math.min(count, length - read);
      if (n == 0) {
        return -1;
      }
      if (part.length == 1) {
        Arrays.fill(into, offset, offset + n, part[0]);
        read += n;
      } else {
        for (int i = 0; i < n; i++) {
          into[offset + i] = part[(int) (read++ % part.length)];
        }
      }
      return n;
    }

    @Override
    public void close() {}
  }
}
