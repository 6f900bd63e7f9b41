package org.limbeck.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.InputLimits;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/** Which files and texts are read as YAML, and what is said of those that are not. */
class YamlParserTest {
  @TempDir private Path folder;

  @Test
  void readsAFileOfTheGreatestLength() throws IOException {
    String comment = "#" + "x".repeat(InputLimits.YAML_BYTES - 6) + "\n";
    assertThat(parse(comment + "a: 1").value()).isEqualTo(Map.of("a", 1L));
    assertRefused(
        comment + "a: 12",
        "test.yaml: it is longer than the 4,194,304 bytes that a file of this kind may have");
  }

  /** Editors of Windows begin files with a byte-order mark, which is no part of the first key. */
  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws IOException {
    Path file = Files.writeString(folder.resolve("marked.yaml"), "\uFEFFname: a\n");
    assertThat(new YamlParser().parse(file).value()).isEqualTo(Map.of("name", "a"));
  }

  @Test
  void refusesTextOfAnotherEncodingByItsName() throws IOException {
    Path file = folder.resolve("wide.yaml");
    for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      Files.writeString(file, "name: a\n", wide);
      assertThatThrownBy(() -> new YamlParser().parse(file))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("it is text in UTF-16: save it as UTF-8");
    }
  }

  /** The file has no blocks on the disk, and is not read to its end. */
  @Test
  void refusesAFileOfATerabyte() throws IOException {
    Path file = folder.resolve("large.yaml");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    assertThatThrownBy(() -> new YamlParser().parse(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + ": it is longer than");
    assertThatThrownBy(() -> new YamlParser().parse(Path.of("/dev/zero")))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void refusesValuesThatAreTooLong() throws IOException {
    String longest = "x".repeat(10_000);
    assertThat(parse("a: " + longest).value()).isEqualTo(Map.of("a", longest));
    assertRefused(
        "a: 1\nb: " + longest + "x", "test.yaml:2: b: this value has more than 10000 characters");
  }

  @Test
  void refusesKeysThatAreTooLongTogether() throws IOException {
    String half = "k".repeat(249);
    assertThat(parse("{" + half + ": {k" + half + ": 1}}")).isNotNull();
    assertRefused(
        "\n{" + half + ": {kk" + half + ": 1}}",
        "test.yaml:2: the keys down to here have more than 500 characters");
  }

  @Test
  void refusesValuesThatAreNestedTooDeep() {
    assertThat(parse("[".repeat(50) + "1" + "]".repeat(50))).isNotNull();
    assertRefused("[".repeat(51) + "1" + "]".repeat(51), "values are nested too deep");
    assertRefused("[".repeat(2_000_000), "test.yaml: values are nested too deep");
  }

  @Test
  void refusesTooManyValuesBeforeItMakesATreeOfThem() {
    assertThat(parse("[" + "1,".repeat(99_998) + "1]").items()).hasSize(99_999);
    assertRefused("[" + "1,".repeat(99_999) + "1]", "there are more than 100000 values");
    assertRefused("[" + "1,".repeat(2_000_000) + "1]", "test.yaml:1: there are more than 100000");
    assertRefused("{" + "? ".repeat(1_000_000) + "}", "test.yaml:1: ");
  }

  /** The library checks the names of types by an exception of another kind. */
  @Test
  void refusesATypeThatHasNoName() {
    assertRefused("!%a", "test.yaml: this is not YAML");
  }

  private static YamlNode parse(String text) {
    return new YamlParser().parse(text, new Origin("test.yaml", 0, ""));
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.problems()).hasSize(1))
        .hasMessageContaining(message);
  }
}
