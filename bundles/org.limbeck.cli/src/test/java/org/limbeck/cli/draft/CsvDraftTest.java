package org.limbeck.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.cli.command.Yaml;
import org.limbeck.experiment.InvalidInputException;

class CsvDraftTest {
  @TempDir private Path folder;

  @Test
  void saysWhatEveryColumnIs() throws IOException {
    StringBuilder rows = new StringBuilder("id;class;size;größe;day;note;nothing\n");
    for (int i = 0; i < 40; i++) {
      String size = i == 3 ? "?" : String.valueOf(i % 7);
      String day = "2026-01-" + (10 + i % 9);
      rows.append(i + ";" + (i % 2 == 0 ? "yes" : "no") + ";" + size + ";red" + i % 3 + ";")
          .append(day + ";word" + i + ";\n");
    }
    Path file = Files.writeString(folder.resolve("my rows.csv"), rows);
    CsvDraft draft = new CsvDraft(file, CsvSurvey.of(file, ""));

    assertThat(draft.name()).isEqualTo("my-rows");
    String text = draft.text(Path.of("my-rows.yaml"));
    assertThat(text)
        .startsWith("# Devices that share no data learn from the 40 rows of my rows.csv.")
        .contains("# 2 of them: no (20 rows), yes (20 rows)\n", "limbeck run my-rows.yaml");
    Map<String, Object> experiment = Yaml.mapping(text);
    assertThat(experiment.get("data"))
        .isEqualTo(
            Map.of(
                "name", "csv",
                "file", file.toString(),
                "label", "class",
                "ignore", List.of("id", "note", "nothing"),
                "categories", List.of("größe"),
                "dates", List.of("day"),
                "missing", "median"));
    assertThat(((Map<?, ?>) experiment.get("reference")).get("rows")).isEqualTo(6);
    assertThat(experiment.get("partition")).as("too few rows for skew").isEqualTo("iid");
  }

  @Test
  void rowsWithoutALabelAreLeftOut() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.csv"), "x,kind\n" + "1,a\n2,b\n3,\n".repeat(20));
    String text = new CsvDraft(file, CsvSurvey.of(file, "")).text(Path.of("a.yaml"));
    Map<String, Object> experiment = Yaml.mapping(text);
    assertThat(((Map<?, ?>) experiment.get("data")).get("missing")).isEqualTo("drop");
    assertThat(((Map<?, ?>) experiment.get("reference")).get("rows")).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2; | '' | :1: there is a number in the first line, which has to name the columns",
        "x,x; | '' | :1: each column needs a name of its own, and two are called 'x'",
        "x,,kind; | '' | :1: each column needs a name of its own, and a column has no name",
        "x,kind;1,a; | '' | : there are 1 rows, and an experiment needs 30",
        "x,kind;1,a;1; | '' | :3: 1 columns, not 2",
        "x,kind;@ | knd | :1: there is no column 'knd'; did you mean 'kind'?",
        "x,kind;@ | x | :1: column 'x' holds no classes: 2 to 100 texts or numbers",
      })
  void saysWhatIsWrong(String text, String label, String message) throws IOException {
    String rows = text.replace("@", "1,a\n1,b\n".repeat(20)).replace(';', '\n');
    Path file = Files.writeString(folder.resolve("a.csv"), rows);
    assertThatThrownBy(() -> CsvSurvey.of(file, label))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + message);
  }

  @Test
  void saysThatAFileIsMissing() {
    Path file = folder.resolve("none.csv");
    assertThatThrownBy(() -> CsvSurvey.of(file, ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + ": there is no such file");
  }
}
