package org.limbeck.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.CategoryColumn;
import org.limbeck.api.preprocessing.DateColumn;
import org.limbeck.api.preprocessing.NumberColumn;
import org.limbeck.api.preprocessing.PixelColumns;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.experiment.InvalidInputException;

class PreprocessingFileTest {
  @TempDir Path folder;

  @Test
  void keepsWhatItIsGivenToTheBit() throws IOException {
    Preprocessing table =
        new Preprocessing(
            new Shape(1, 1, 4),
            List.of(
                new NumberColumn("größe", 1 / 3d, Math.PI, OptionalDouble.of(0.1)),
                new DateColumn("day", 1.7698176e9, 86_400, OptionalDouble.empty()),
                new CategoryColumn("sex", List.of("female", "male"), true)),
            List.of("no", "yes"),
            "%");
    assertThat(read(PreprocessingFile.of(table))).isEqualTo(table);
    Preprocessing images =
        new Preprocessing(
            new Shape(2, 3, 3), List.of(new PixelColumns(18, 255)), List.of("cat", "dog"));
    assertThat(read(PreprocessingFile.of(images))).isEqualTo(images);
    Preprocessing scaled =
        new Preprocessing(
            new Shape(2, 3, 3),
            List.of(new PixelColumns(18, 255, true, false)),
            List.of("cat", "dog"));
    assertThat(read(PreprocessingFile.of(scaled))).isEqualTo(scaled);
  }

  @Test
  void needNotBeThere() throws IOException {
    assertThat(PreprocessingFile.read(folder.resolve("none.json"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"format\": 1 | Unexpected end-of-input",
        "{\"format\": 2} | this version of Limbeck reads format 1",
        "{\"format\": 1, \"height\": 1} | its 'classes' or 'columns' are not all there",
        "{\"format\": 1, \"extra\": 1} | Unrecognized field \"extra\"",
        "{\"format\": 1, \"height\": 1, \"width\": 1, \"channels\": 1, \"classes\": [\"a\", \"b\"],"
            + " \"columns\": [{\"kind\": \"number\", \"name\": \"x\", \"shift\": 1}]}"
            + " | a column of kind number has no 'divisor'",
        "{\"format\": 1, \"height\": 1, \"width\": 1, \"channels\": 1, \"classes\": [\"a\", \"b\"],"
            + " \"columns\": [{\"kind\": \"word\"}]}"
            + " | kind is number, date, category or pixels, not 'word'",
        "{\"format\": 1, \"height\": 0, \"width\": 1, \"channels\": 1, \"classes\": [\"a\", \"b\"],"
            + " \"columns\": []} | a shape has sides of 1 or more",
      })
  void saysWhatIsWrong(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("preprocessing.json"), text);
    assertThatThrownBy(() -> PreprocessingFile.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message);
  }

  @Test
  void refusesMoreThanThereIsMemoryFor() throws IOException {
    Path file = folder.resolve("preprocessing.json");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(Runtime.getRuntime().maxMemory() / 20);
    }
    assertThatThrownBy(() -> PreprocessingFile.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + ": what is in it takes more memory than it may");
  }

  private Preprocessing read(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("preprocessing.json"), content);
    return PreprocessingFile.read(file).orElseThrow();
  }
}
