package org.limbeck.datasets.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.limbeck.datasets.rows.Table;

/**
 * Tables written in many ways are read as what they are. One that is mangled is either what the
 * plainest reader reads, or refused with the name of the file: no row, column or class changes
 * without a word.
 */
class CsvFuzzTest {
  private static final String SEPARATORS = ",;\t|";
  private static final String MANGLING = ",;\t|\"\n\r #x1-\ufeff\u2028";

  @Property(tries = 400)
  void tablesAreReadAsTheyAre(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    RandomTable table = RandomTable.of(random);
    char separator = SEPARATORS.charAt(random.nextInt(SEPARATORS.length()));
    String comment = random.nextBoolean() ? "#" : "";
    String text = table.text(random, separator, comment);
    String told = random.nextBoolean() ? "" : separator == '\t' ? "tab" : "" + separator;
    Path file = Files.createTempFile("table", ".csv");
    try {
      Files.writeString(file, text);
      CsvFormat format = table.format(told, comment);
      CsvSource source = CsvSource.read(file, file.toString(), format, Scaling.NONE);
      assertThat(source.classNames())
          .containsExactlyElementsOf(
              table.rows().stream()
                  .map(row -> row.get(row.size() - 1))
                  .distinct()
                  .sorted()
                  .toList());
      assertSame(table, source);
    } finally {
      Files.delete(file);
    }
  }

  private static void assertSame(RandomTable table, CsvSource source) {
    Table read = source.training();
    List<String> features =
        read.columns().stream().flatMap(column -> column.featureNames().stream()).toList();
    assertThat(read.rows()).isEqualTo(table.rows().size());
    for (int row = 0; row < read.rows(); row++) {
      List<String> cells = table.rows().get(row);
      float[] values = new float[features.size()];
      read.read(row, values, 0);
      for (int i = 0; i < cells.size() - 2; i++) {
        assertThat(values[features.indexOf(table.names().get(i))])
            .isEqualTo((float) Double.parseDouble(cells.get(i)));
      }
      String text = table.texts() + "=" + cells.get(cells.size() - 2);
      for (String feature : features) {
        if (feature.startsWith(table.texts() + "=")) {
          assertThat(values[features.indexOf(feature)]).isEqualTo(feature.equals(text) ? 1 : 0);
        }
      }
      assertThat(source.classNames().get(read.label(row))).isEqualTo(cells.get(cells.size() - 1));
    }
  }

  @Property(tries = 2000)
  void whatIsMangledIsToldOrReadAsItStands(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    RandomTable table = RandomTable.of(random);
    char separator = SEPARATORS.charAt(random.nextInt(SEPARATORS.length()));
    String comment = random.nextBoolean() ? "#" : "";
    RandomTable written = random.nextInt(10) == 0 ? table.withNameTwice(random) : table;
    byte[] bytes = mangled(written.text(random, separator, comment), random);
    String told = random.nextBoolean() ? "" : separator == '\t' ? "tab" : "" + separator;
    Path file = Files.createTempFile("table", ".csv");
    try {
      Files.write(file, bytes);
      CsvRows rows = new CsvReader(file, table.format(told, comment)).read();
      Optional<List<List<String>>> lines = plain(bytes, separator, comment);
      assertThat(lines).as("one that no plain reader reads is refused").isPresent();
      assertSame(table, lines.get(), rows);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith(file.toString());
    } finally {
      Files.delete(file);
    }
  }

  private static Optional<List<List<String>>> plain(byte[] bytes, char separator, String comment) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return PlainCsv.lines(text, separator, comment);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static void assertSame(RandomTable table, List<List<String>> lines, CsvRows rows) {
    List<String> names = lines.get(0);
    assertThat(names).contains(table.label(), table.texts()).doesNotHaveDuplicates();
    List<String> expected = new ArrayList<>(names);
    expected.remove(table.label());
    assertThat(rows.names()).isEqualTo(expected);
    assertThat(rows.size()).isEqualTo(lines.size() - 1);
    for (int row = 0; row < rows.size(); row++) {
      List<String> cells = lines.get(row + 1);
      assertThat(cells).hasSameSizeAs(names);
      assertThat(rows.labels().get(row)).isEqualTo(cells.get(names.indexOf(table.label())));
      for (int i = 0; i < expected.size(); i++) {
        String cell = cells.get(names.indexOf(expected.get(i)));
        double value = rows.values().get(row)[i];
        if (expected.get(i).equals(table.texts())) {
          assertThat(rows.columns().get(i).texts().get((int) value)).isEqualTo(cell);
        } else {
          assertThat(value).isEqualTo(Double.parseDouble(cell));
        }
      }
    }
  }

  /** Changes up to three characters, bytes or lines. */
  private static byte[] mangled(String text, Random random) {
    StringBuilder mangled = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0 && mangled.length() > 1; i--) {
      int at = random.nextInt(mangled.length());
      char other = MANGLING.charAt(random.nextInt(MANGLING.length()));
      switch (random.nextInt(6)) {
        case 0 -> mangled.deleteCharAt(at);
        case 1 -> mangled.insert(at, other);
        case 2 -> mangled.setCharAt(at, other);
        case 3 -> mangled.setLength(at + 1);
        case 4 -> mangled.insert(at, mangled.charAt(random.nextInt(mangled.length())));
        default -> {
          int end = Math.min(mangled.length(), at + random.nextInt(30));
          String piece = mangled.substring(at, end);
          mangled.insert(random.nextInt(mangled.length()), piece);
        }
      }
    }
    byte[] bytes = mangled.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      return Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
    }
    return bytes;
  }
}
