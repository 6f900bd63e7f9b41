package org.limbeck.datasets.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.InputLimits;
import org.limbeck.api.MemoryShare;
import org.limbeck.datasets.rows.ClassNames;

/** What is said of CSV files that are too large to be read. */
class CsvLimitsTest {
  private static final CsvFormat FORMAT = NumbersFormat.of(true, "kind", "");

  @TempDir Path folder;

  @Test
  void readsAsManyColumnsAsThereMayBe() throws IOException {
    String commas = ",".repeat(InputLimits.CSV_COLUMNS - 1);
    String names =
        IntStream.range(1, InputLimits.CSV_COLUMNS)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(",", "kind,", "\n"));
    Path file = Files.writeString(folder.resolve("wide.csv"), names);
    assertThat(new CsvReader(file, FORMAT).readAny().columns())
        .hasSize(InputLimits.CSV_COLUMNS - 1);
    Files.writeString(file, "kind,x\na,1\nb," + commas + "\n");
    assertRefused(
        file,
        file + ": the row at line 3 has more than 1,050,000 columns, which are" + " not read");
  }

  @Test
  void refusesACellOfAGigabyteInACompressedFile() throws IOException {
    Path file = folder.resolve("bomb.csv.gz");
    byte[] ones = "1".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("kind,x\na,".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 1024; i++) {
        out.write(ones);
      }
    }
    assertRefused(
        file,
        file + ": the row at line 2 has more than 16,777,216 characters, which" + " are not read");
    SharedCsv common = SharedCsv.of(shared(), NumbersFormat.of(true, "", ""), Scaling.NONE);
    ClassNames names = new ClassNames(java.util.List.of("a", "b"));
    OwnCsv own = new OwnCsv(new OwnCsvSource(common, "kind", names), folder.toString(), "");
    Files.delete(folder.resolve("shared.csv"));
    assertThatIllegalArgumentException()
        .isThrownBy(own::training)
        .withMessageContaining("bomb.csv.gz: the row at line 2");
  }

  @Test
  void refusesValuesThatAreTooLong() throws IOException {
    String longest = "9".repeat(InputLimits.CSV_VALUE_CHARACTERS);
    Path file = Files.writeString(folder.resolve("long.csv"), "kind,x\n" + longest + ",1\n");
    assertThat(new CsvReader(file, FORMAT).read().labels()).containsExactly(longest);
    Files.writeString(file, "kind,x\n9" + longest + ",1\n");
    assertRefused(file, file + ":2: column 1 has 1,001 characters, and a value may have 1,000");
  }

  @Test
  void refusesMoreRowsThanThereIsMemoryFor() throws IOException {
    Path file = Files.writeString(folder.resolve("many.csv"), "kind,x\na,1\nb,2\nc,3\n");
    long row = 184 + 8 + 2;
    CsvReader enough = new CsvReader(file, FORMAT, new MemoryShare(5 * row), 2 * row);
    assertThat(enough.read().values()).hasSize(3);
    assertThat(enough.bytes()).isEqualTo(5 * row);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsvReader(file, FORMAT, new MemoryShare(5 * row), 2 * row + 1).read())
        .withMessageStartingWith(
            file + ":4: what stands up to here takes more memory than it may, a third of the heap");
  }

  private Path shared() throws IOException {
    return Files.writeString(folder.resolve("shared.csv"), "x\n1\n2\n");
  }

  private static void assertRefused(Path file, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsvReader(file, FORMAT).read())
        .withMessage(message);
  }
}
