package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;

/** Runs on a table as people have it: ids, texts and gaps in it, and the file changes later. */
class TableIT {
  private static final String EXPERIMENT =
      """
      name: table
      seed: 1
      rounds: 6
      checkpointEvery: 2
      baseline: none
      topology: ring
      data: {name: csv, file: rows.csv, label: kind, ignore: [id], categories: [colour],
        missing: mean}
      reference: {name: csv, file: rows.csv, label: kind, ignore: [id], categories: [colour],
        missing: mean, rows: 10}
      devices: [{count: 3, architecture: softmax}]
      """;

  private static final String DROPPING = EXPERIMENT.replace("missing: mean", "missing: drop");

  private static final String SAMPLES = "size,colour\n0.5,red\n,blue\n";

  @TempDir private Path folder;
  private Shell shell;
  private Path rows;

  @BeforeEach
  void write() throws IOException {
    shell = new Shell(folder).quick();
    rows = shell.folder().resolve("rows.csv");
    Files.writeString(shell.folder().resolve("table.yaml"), EXPERIMENT);
    Files.writeString(shell.folder().resolve("samples.csv"), SAMPLES);
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("id;size;colour;kind\n");
    for (int i = 0; i < 100; i++) {
      String kind = i % 2 == 0 ? "small" : "large";
      String size = i == 7 ? "?" : String.valueOf(random.nextGaussian() + i % 2 * 3);
      String colour = random.nextBoolean() ? "red" : "blue";
      text.append(i + ";" + size + ";" + colour + ";" + kind + "\n");
    }
    Files.writeString(rows, text);
  }

  @Test
  void aModelNeedsNoDataAndStaysWhatItWas() throws Exception {
    Shell.Result run = shell.run("run", "table.yaml", "--json", "--out", "run");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("warning: data csv: rows.csv: column 'size': 1 of 100 values are missing")
        .contains("rows.csv: ';' stands between cells");
    JsonNode notices = new ObjectMapper().readTree(run.out()).get("notices");
    assertThat(notices).hasSize(2);

    assertThat(shell.run("export", "run/device-2").err()).contains("give --features");
    assertThat(shell.run("export", "run/device-2", "--features").exitCode()).isZero();
    assertThat(shell.folder().resolve("device-2.onnx")).isNotEmptyFile();

    String before = predict("run/device-2");
    assertThat(before).contains("\"className\"");
    Files.writeString(rows, Files.readString(rows) + "100;900;green;huge\n");
    assertThat(predict("run/device-2")).isEqualTo(before);
    Files.delete(rows);
    Files.move(shell.folder().resolve("run"), shell.folder().resolve("moved"));
    assertThat(predict("moved/device-2")).isEqualTo(before);
  }

  /** The file that the experiment was given is classified as it is, and judged by its labels. */
  @Test
  void theFileOfTheExperimentCanBeClassified() throws Exception {
    assertThat(shell.run("run", "table.yaml", "--quiet", "--out", "run").exitCode()).isZero();

    Shell.Result table = shell.run("predict", "run/device-2", "rows.csv");
    assertThat(table.exitCode()).as(table.err()).isZero();
    assertThat(table.out()).contains("true class").hasLineCount(101);
    assertThat(table.err()).contains("note: rows.csv: left aside: 'id'", "note: accuracy 0.");
    Shell.Result json = shell.run("infer", "run/device-2", "rows.csv", "--json", "--accuracy");
    JsonNode answer = new ObjectMapper().readTree(json.out());
    assertThat(answer.get("labelled").intValue()).isEqualTo(100);
    assertThat(answer.get("accuracy").doubleValue()).isGreaterThan(0.7);
    assertThat(answer.get("predictions").get(1).get("trueClass").textValue()).isEqualTo("large");

    StringBuilder unlabelled = new StringBuilder("size,colour\n");
    Files.readAllLines(rows).stream()
        .skip(1)
        .map(line -> line.split(";", -1))
        .forEach(cells -> unlabelled.append(cells[1] + "," + cells[2] + "\n"));
    Files.writeString(shell.folder().resolve("samples.csv"), unlabelled);
    JsonNode same = new ObjectMapper().readTree(predict("run/device-2"));
    assertThat(same.findValues("softDecisions"))
        .isEqualTo(answer.findValues("softDecisions"))
        .hasSize(100);

    Files.writeString(rows, Files.readString(rows).replace("size", "Size"));
    Shell.Result refused = shell.run("predict", "run/device-2", "rows.csv");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err().strip())
        .isEqualTo(
            "limbeck: rows.csv:1: there is no column 'size', which the device has learnt from;"
                + " did you mean 'Size'? the line has id, Size, colour, kind");
  }

  @Test
  void anExperimentIsWrittenForTheFileAndRuns() throws Exception {
    Shell.Result written = shell.run("new", "csv", "rows.csv");
    assertThat(written.exitCode()).as(written.err()).isZero();
    assertThat(written.out().strip()).isEqualTo("rows.yaml");
    assertThat(shell.run("new", "csv", "rows.csv").err()).contains("rows.yaml: is there already");

    Shell.Result run = shell.run("run", "rows.yaml", "--quiet", "--json", "--out", "run");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode summary = new ObjectMapper().readTree(run.out());
    assertThat(summary.get("devices")).hasSize(3);

    Shell.Result judged = shell.run("predict", "run/device-1", "rows.csv", "--json", "--accuracy");
    JsonNode answer = new ObjectMapper().readTree(judged.out());
    assertThat(answer.get("accuracy").doubleValue()).isGreaterThan(0.8);
  }

  /** Columns without names are found by the numbers that the experiment gives. */
  @Test
  void aFileWithoutNamesCanBeClassified() throws Exception {
    Files.writeString(rows, Files.readString(rows).replaceFirst(".*\n", ""));
    String numbers = "header: false, label: 4, ignore: [1], categories: [3]";
    Files.writeString(
        shell.folder().resolve("table.yaml"),
        EXPERIMENT.replace("label: kind, ignore: [id], categories: [colour]", numbers));
    Shell.Result run = shell.run("run", "table.yaml", "--quiet", "--out", "run");
    assertThat(run.exitCode()).as(run.err()).isZero();

    Shell.Result table = shell.run("predict", "run/device-2", "rows.csv");

    assertThat(table.exitCode()).as(table.err()).isZero();
    assertThat(table.out()).hasLineCount(101);
    assertThat(table.err()).contains("left aside: column 1", "accuracy 0.", " of 100 samples");
  }

  @Test
  void rowsThatAreLeftOutAreToldOnce() throws Exception {
    String unlabelled = "100;0.5;red;?\n101;0.5;blue;\n";
    Files.writeString(rows, Files.readString(rows) + unlabelled);
    Files.writeString(shell.folder().resolve("table.yaml"), DROPPING);
    Shell.Result run = shell.run("run", "table.yaml", "--out", "run");
    assertThat(run.exitCode()).as(run.err()).isZero();
    String told = "data csv: rows.csv: 3 of 102 rows are left out: values are missing";
    assertThat(run.err()).containsOnlyOnce("left out").contains("warning: " + told);
    JsonNode summary =
        new ObjectMapper().readTree(shell.folder().resolve("run/summary.json").toFile());
    assertThat(summary.get("notices"))
        .extracting(JsonNode::asText)
        .filteredOn(notice -> notice.contains("left out"))
        .containsExactly(told);
  }

  @Test
  void goesOnWithTheSameRowsOnly() throws Exception {
    Shell.Running running =
        shell.start(
            "run",
            "table.yaml",
            "--out",
            "run",
            "--set=rounds=100000000",
            "--set=evaluateEvery=20");
    running.awaitErr("round 20/");
    running.interrupt();
    String text = Files.readString(rows);
    Files.writeString(rows, text.replace("\n50;", "\n50;9"));

    Shell.Result changed = shell.run("resume", "run");

    assertThat(changed.exitCode()).isEqualTo(2);
    assertThat(changed.err()).contains("the reference data have changed since the checkpoint");
  }

  /** The reference file has another scale and other categories, and its columns stand otherwise. */
  @Test
  void referenceRowsAreEncodedAsThePrivateOnes() throws Exception {
    Files.writeString(rows, "% of a garden\n" + Files.readString(rows));
    Path shared = shell.folder().resolve("shared.csv");
    Files.writeString(shared, "colour,size\n" + "red,100\n".repeat(10));
    String comment = "--set=data.comment='%'";
    String reference =
        "--set=reference={name: csv, file: shared.csv, rows: 10, categories: [colour],"
            + " missing: mean}";
    Shell.Result run = shell.run("run", "table.yaml", "--out", "run", comment, reference);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(shell.folder().resolve("run/device-2/preprocessing.json")))
        .contains("\"comment\"", "\"%\"");

    Files.writeString(shared, "colour,size\n" + "green,100\n".repeat(10));
    Shell.Result refused = shell.run("validate", "table.yaml", comment, reference);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("csv: shared.csv:2: column 'colour': 'green' is none of [blue, red]");
  }

  private String predict(String device) throws Exception {
    Shell.Result result = shell.run("predict", device, "samples.csv", "--json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result.out();
  }
}
