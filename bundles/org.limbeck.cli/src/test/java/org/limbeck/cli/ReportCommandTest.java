package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.cli.command.ExitCode;

class ReportCommandTest {
  private static final String TABLE =
      """
      device    architecture   alone  together   gain    sent
      device-1  mlp           50.0 %%    90.0 %%  +40.0  6.0 kB
      device-2  mlp           50.0 %%    90.0 %%  +40.0  6.0 kB
      device-3  softmax       50.0 %%    90.0 %%  +40.0  6.0 kB
      mean                    50.0 %%    90.0 %%  +40.0  6.0 kB

      run folder: %s
      report:     %s
      """;

  @TempDir private Path place;

  @Test
  void showsAWholeRunAgain() throws IOException {
    Path whole = run("whole");
    CommandSession session = new CommandSession();

    assertThat(session.execute("report", whole.toString())).isEqualTo(ExitCode.DONE);

    assertThat(session.out())
        .isEqualToNormalizingNewlines(TABLE.formatted(whole, whole.resolve("report.html")));
    CommandSession json = new CommandSession();
    assertThat(json.execute("report", whole.toString(), "--json")).isEqualTo(ExitCode.DONE);
    assertThat(json.out()).isEqualTo(Files.readString(whole.resolve("summary.json")));
    assertThat(json.err()).isEmpty();
  }

  @Test
  void joinsParts() throws IOException {
    Path a = run("a", "device-1", "device-3");
    Path b = run("b", "device-2");
    Path out = place.resolve("joined/here");
    CommandSession session = new CommandSession();

    assertThat(session.execute("report", b.toString(), a.toString(), "--out", out.toString()))
        .isEqualTo(ExitCode.DONE);

    assertThat(session.out())
        .isEqualToNormalizingNewlines(TABLE.formatted(out, out.resolve("report.html")));
    assertThat(out.resolve("metrics.csv")).content().hasLineCount(1 + 3 * 3);
    assertThat(out.resolve("experiment.yaml"))
        .hasSameTextualContentAs(b.resolve("experiment.yaml"));
    assertThat(out).isDirectoryContaining("glob:**report.html");
    assertThat(out).isDirectoryContaining("glob:**record.json");
    assertThat(b).isDirectoryContaining("glob:**decisions");
    CommandSession again = new CommandSession();
    assertThat(again.execute("report", out.toString(), "--json")).isEqualTo(ExitCode.DONE);
    JsonNode summary = new ObjectMapper().readTree(again.out());
    assertThat(summary.get("part").isNull()).isTrue();
    assertThat(summary.get("devices").findValuesAsText("id"))
        .containsExactly("device-1", "device-2", "device-3");
    assertThat(summary.get("disagreement").asDouble()).isZero();
  }

  @Test
  void joinedPartsAreJsonToPrograms() throws IOException {
    Path a = run("a", "device-1", "device-3");
    Path b = run("b", "device-2");
    Path out = place.resolve("joined");
    CommandSession session = new CommandSession();

    session.execute("report", a.toString(), b.toString(), "--out", out.toString(), "--json");

    assertThat(session.out()).isEqualTo(Files.readString(out.resolve("summary.json")));
    assertThat(session.err()).isEqualTo("run folder: " + out + System.lineSeparator());
  }

  @RepeatedTest(3)
  void whoEndsItFindsAWholeFolderOrNone() throws Exception {
    Path a = run("a", "device-1", "device-3");
    Path b = run("b", "device-2");
    Path out = place.resolve("joined");
    CommandSession session = new CommandSession();
    CompletableFuture<List<Path>> found =
        CompletableFuture.supplyAsync(
            () -> {
              while (!Files.exists(out)) {
                Thread.onSpinWait();
              }
              return filesAtTheEnd(session, out);
            });

    session.execute("report", a.toString(), b.toString(), "--out", out.toString());

    // It may have been interrupted when all was written.
    Thread.interrupted();
    if (!found.get(1, TimeUnit.MINUTES).isEmpty()) {
      assertThat(found.get()).contains(out.resolve("summary.json"), out.resolve("report.html"));
    }
  }

  private static List<Path> filesAtTheEnd(CommandSession session, Path folder) {
    try {
      session.runs.stop(60);
      if (!Files.exists(folder)) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(folder)) {
        return files.toList();
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void partsAreOfTheSameExperiment() {
    Path a = run("a", "device-1", "device-3");
    CommandSession other = new CommandSession();
    other.engine.here = List.of("device-2");
    Path b = place.resolve("b");
    other.execute("run", "small.yaml", "--quiet", "--seed", "7", "--out", b.toString());

    assertRefused(
        b.resolve("experiment.yaml")
            + ": this part is of another experiment than "
            + a.resolve("experiment.yaml")
            + ": seed is 7 here and 1 there",
        a,
        b);
  }

  @Test
  void versionsMayDiffer() {
    Path a = run("a", "device-1", "device-3");
    CommandSession other = new CommandSession();
    other.engine.here = List.of("device-2");
    other.engine.versions = "{limbeck: 1.2.4, java: '21'}";
    Path b = place.resolve("b");
    other.execute("run", "small.yaml", "--quiet", "--out", b.toString());
    CommandSession session = new CommandSession();

    assertThat(
            session.execute(
                "report", a.toString(), b.toString(), "--out", place.resolve("c").toString()))
        .as(session.err())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void saysWhatIsMissingOrDoubled() {
    Path a = run("a", "device-1", "device-3");
    Path b = run("b", "device-2", "device-3");
    assertRefused("device-2: in none of the parts; name the folders of all parts", a);
    assertRefused("device-3 is in " + a + " and in " + b + ": parts do not overlap", a, b);
    assertRefused("device-1 is in " + a + " and in " + a + ": parts do not overlap", a, a);
  }

  @Test
  void saysWhatIsNoPart() throws IOException {
    Path a = run("a", "device-1", "device-3");
    Path whole = run("whole");
    assertRefused(whole + ": is a run of all its devices in one process", a, whole);
    Files.delete(whole.resolve("summary.json"));
    assertRefused(whole + ": this run has not ended; go on with: limbeck resume " + whole, whole);
    assertRefused("there is no experiment.yaml in it", place);
  }

  @Test
  void saysWhatOtherFoldersAre() throws IOException {
    Path device = Files.createDirectory(place.resolve("kitchen"));
    Files.writeString(device.resolve("experiment.yaml"), "name: kitchen\n");
    Files.writeString(device.resolve("status.json"), "{}");
    assertRefused(
        device + ": is the folder of a device on its own, and not of a run; limbeck device",
        device);
    assertRefused("limbeck infer " + device + " SAMPLES", device);

    Path whole = run("whole");
    Path part = whole.resolve("device-1");
    assertRefused(part + ": is a device of the run " + whole + ", and not a run", part);
    assertRefused("limbeck predict " + part + " SAMPLES", part);

    Path comparison = Files.createDirectories(place.resolve("comparison/runs")).getParent();
    Files.writeString(comparison.resolve("index.html"), "");
    assertRefused(comparison + ": is the folder of a comparison, and not of a run", comparison);
  }

  @Test
  void aWholeRunIsNotWrittenAgain() {
    Path whole = run("whole");
    CommandSession session = new CommandSession();
    assertThat(session.execute("report", whole.toString(), "--out", "x"))
        .isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err()).contains("--out: " + whole + " has all devices of its run");
  }

  @Test
  void namesTheBaseline() throws IOException {
    Path whole = run("whole");
    Files.writeString(whole.resolve("experiment.yaml"), "baseline: {name: fedavg}\n");
    CommandSession session = new CommandSession();
    session.execute("report", whole.toString());
    assertThat(session.out()).startsWith("device    architecture  fedavg  together");
  }

  private void assertRefused(String message, Path... folders) {
    Path out = place.resolve("refused");
    CommandSession session = new CommandSession();
    String[] args = new String[folders.length + 3];
    args[0] = "report";
    for (int n = 0; n < folders.length; n++) {
      args[n + 1] = folders[n].toString();
    }
    args[folders.length + 1] = "--out";
    args[folders.length + 2] = out.toString();
    assertThat(session.execute(args)).as(session.err()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err()).startsWith("limbeck: ").contains(message);
    assertThat(session.out()).isEmpty();
    assertThat(out).doesNotExist();
  }

  /** Runs the devices of a part; all of them if none is named. */
  private Path run(String name, String... here) {
    CommandSession session = new CommandSession();
    session.engine.here = List.of(here);
    Path out = place.resolve(name);
    assertThat(session.execute("run", "small.yaml", "--quiet", "--out", out.toString()))
        .as(session.err())
        .isEqualTo(ExitCode.DONE);
    return out;
  }
}
