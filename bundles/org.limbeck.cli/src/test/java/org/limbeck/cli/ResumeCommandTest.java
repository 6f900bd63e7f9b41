package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.report.RunFolder;

class ResumeCommandTest {
  private final CommandSession session = new CommandSession();
  @TempDir private Path place;
  private Path whole;
  private final List<Path> killed = new ArrayList<>();

  /** What a run leaves at every moment at which it might be killed. */
  @BeforeEach
  void run() {
    whole = place.resolve("whole");
    session.engine.swapAt = 4;
    session.engine.beforeRound = round -> copy();
    session.engine.beforeMove = checkpoint -> copy();
    session.engine.onSaveModel = device -> copy();
    assertThat(session.execute("run", "small.yaml", "--out", whole.toString())).isZero();
    session.engine.beforeRound = round -> {};
    session.engine.beforeMove = checkpoint -> {};
    session.engine.onSaveModel = device -> {};
    session.engine.opened.clear();
  }

  @Test
  void aKilledRunEndsLikeOneWithoutABreak() throws IOException {
    assertThat(killed).hasSize(6 + 3 + 6 + 3 + 3);
    for (Path folder : killed) {
      assertThat(session.execute("resume", folder.toString())).as("%s", folder).isZero();
      assertThat(results(folder)).as("%s", folder).isEqualTo(results(whole));
    }
    assertThat(session.engine.opened).allMatch(FakeRun::closed);
  }

  /** As a run, it would learn on the broker that its neighbours are at. */
  @Test
  void theFolderOfADeviceIsNoRun() throws IOException {
    Path device = Files.createDirectory(place.resolve("kitchen"));
    Files.copy(whole.resolve("experiment.yaml"), device.resolve("experiment.yaml"));
    Files.writeString(device.resolve("status.json"), "{}");

    assertThat(session.execute("resume", device.toString())).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.engine.opened).isEmpty();
    assertThat(session.err())
        .contains(device + ": is the folder of a device on its own, and not of a run")
        .contains("limbeck infer " + device);
  }

  @Test
  void goesOnFromWhatThereIs() {
    session.execute("resume", killed.get(0).toString());
    session.execute("resume", killed.get(killed.size() - 1).toString());

    assertThat(session.engine.opened)
        .extracting(opened -> opened.resumed)
        .containsExactly(false, false, true, true);
    assertThat(session.err()).contains("alone: goes on from round 6/6", "\ngoes on from round 6/6");
  }

  @Test
  void canBeCutShortAgain() throws IOException {
    Path folder = killed.get(12);
    session.engine.beforeRound =
        round -> {
          if (round == 4) {
            Thread.currentThread().interrupt();
          }
        };
    assertThat(session.execute("resume", folder.toString())).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(session.err()).endsWith("go on with: limbeck resume " + folder + "\n");

    session.engine.beforeRound = round -> {};
    assertThat(session.execute("resume", folder.toString())).isZero();
    assertThat(results(folder)).isEqualTo(results(whole));
  }

  @Test
  void recordsSwapsOnce() throws IOException {
    Path folder = killed.get(killed.size() - 1);
    session.execute("resume", folder.toString());

    assertThat(folder.resolve("metrics.csv"))
        .content()
        .contains(
            "6,device-2,mlp,",
            ",4 topology: ring -> complete\n",
            ",4 architecture: softmax -> mlp {hidden: [8]}; 4 topology: ring -> complete\n");
    assertThat(folder.resolve("summary.json"))
        .content()
        .containsOnlyOnce("\"by\": \"schedule\"")
        .contains("\"recoveredAtRound\": 6", "\"swapSeconds\": [\n      0.25\n    ]");
    assertThat(folder.resolve("device-3/device.yaml"))
        .hasContent(
            """
            name: small
            seed: 1
            rounds: 6
            data:
              name: digits
            baseline: none
            devices:
            - id: device-3
              architecture:
                name: mlp
                hidden:
                - 8
            """);
  }

  @Test
  void leavesAFinishedRunAsItIs() throws IOException {
    SortedMap<String, String> before = results(whole);

    assertThat(session.execute("resume", whole.toString())).isZero();

    assertThat(session.err()).endsWith(whole + ": this run has ended; nothing is left to do\n");
    assertThat(session.out()).contains("run folder: " + whole);
    assertThat(session.engine.opened).isEmpty();
    assertThat(results(whole)).isEqualTo(before);
  }

  @Test
  void tellsAScriptTheResultOfAFinishedRun() throws IOException {
    CommandSession script = new CommandSession();

    assertThat(script.execute("resume", "--json", "--quiet", whole.toString())).isZero();

    assertThat(script.out()).isEqualTo(Files.readString(whole.resolve("summary.json")));
    assertThat(script.err()).isEmpty();
  }

  @Test
  void refusesAFolderThatIsNoRun() {
    assertThat(session.execute("resume", place.toString())).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.execute("resume", place + "/none")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err())
        .contains(
            "limbeck: run folder "
                + place
                + ": it is not the folder of a run: there is no experiment.yaml in it;"
                + " name a folder that limbeck run has made",
            place + "/none: it does not exist");
  }

  @Test
  void refusesARunThatIsUnderWay() throws IOException {
    Path folder = killed.get(3);
    try (RunFolder other = RunFolder.open(folder)) {
      assertThat(other.stays()).isTrue();
      assertThat(session.execute("resume", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);
    }

    assertThat(session.err()).contains(folder + ": it is in use by another run or resume; wait");
    assertThat(session.engine.opened).isEmpty();
  }

  @Test
  void keepsTheFolderOfARunThatCannotGoOn() throws IOException {
    Path folder = killed.get(3);
    SortedMap<String, String> before = files(folder);
    session.engine.onOpen =
        experiment -> {
          throw new InvalidInputException(new Origin("2", 0, ""), "the checkpoint is damaged");
        };

    assertThat(session.execute("resume", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err().strip()).endsWith("limbeck: 2: the checkpoint is damaged");
    assertThat(files(folder)).isEqualTo(before);
  }

  @Test
  void warnsOfOtherVersions() {
    session.engine.versions =
        "{limbeck: 1.3.0, java: '17', topology/ring: org.example.graphs 1.2.1}";

    assertThat(session.execute("resume", "--quiet", killed.get(3).toString())).isZero();

    String hint = " now: the result may differ from that of a run without a break";
    assertThat(session.err())
        .contains(
            "limbeck: Limbeck was 1.2.3 and is 1.3.0" + hint,
            "limbeck: bundle org.example.graphs was 1.2.0 and is 1.2.1" + hint)
        .doesNotContain("Java was");
  }

  private void copy() {
    Path copy = place.resolve("killed-" + killed.size());
    try (Stream<Path> files = Files.walk(whole)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(whole.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    killed.add(copy);
  }

  /** Everything but what depends on the clock: checkpoints, times, and the page that shows them. */
  private static SortedMap<String, String> results(Path folder) throws IOException {
    SortedMap<String, String> results = files(folder);
    results.keySet().removeIf(name -> name.startsWith("checkpoint/"));
    results.computeIfPresent(
        "summary.json", (name, text) -> text.replaceFirst("(?s)\"timing\".*", ""));
    results.computeIfPresent(
        "report.html", (name, text) -> text.replaceAll("[0-9.]+\u00a0s\\b|\\d+:\\d+:\\d+Z", ""));
    return results;
  }

  private static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return contents;
  }
}
