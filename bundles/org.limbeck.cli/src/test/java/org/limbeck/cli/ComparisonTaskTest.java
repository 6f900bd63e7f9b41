package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.experiment.ExperimentVariant;

/** A comparison in parts: its runs one by one, and what becomes of them together. */
class ComparisonTaskTest {
  private final CommandSession session = new CommandSession();
  @TempDir private Path place;

  @BeforeEach
  void describeFourRuns() {
    session.engine.variations = variations();
  }

  @Test
  void listNumbersTheRunsAndRunsNone() {
    compare("all", "--only", "3");
    session.engine.opened.clear();

    assertThat(compare("all", "--list")).isEqualTo(ExitCode.DONE);

    assertThat(session.out().lines())
        .containsSequence(
            "   experiment  seed      state",
            "1        ring     1  not begun",
            "2        ring     2  not begun",
            "3    complete     1      ended",
            "4    complete     2  not begun");
    assertThat(session.engine.opened).isEmpty();
  }

  @Test
  void theListIsJsonIfAsked() throws IOException {
    compare("all", "--list", "--json");

    JsonNode list = new ObjectMapper().readTree(session.out());
    assertThat(list).hasSize(4);
    assertThat(list.at("/3/number").asInt()).isEqualTo(4);
    assertThat(list.at("/3/folder").asText()).isEqualTo(place + "/all/runs/complete-2");
    assertThat(place.resolve("all")).doesNotExist();
  }

  @Test
  void onlyOneIsRunAndThereAreNoTables() throws IOException {
    assertThat(compare("part", "--only", "2")).isEqualTo(ExitCode.DONE);

    assertThat(names(place.resolve("part"))).containsExactly("runs");
    assertThat(names(place.resolve("part/runs"))).containsExactly("ring-2");
    assertThat(session.out()).endsWith("run: " + place.resolve("part/runs/ring-2") + "\n");
  }

  @Test
  void aNumberThatIsNotInTheListIsRefused() {
    assertThat(compare("part", "--only", "0")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(compare("part", "--only", "5")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err())
        .contains("--only: it is a number of --list, from 1 to 4, not 0")
        .contains("--only: it is a number of --list, from 1 to 4, not 5");
    assertThat(session.engine.opened).isEmpty();
  }

  @Test
  void oneThingIsDoneAtATime() {
    assertThat(compare("part", "--list", "--only", "1")).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void whatIsCollectedIsAsIfItHadBeenRunHere() throws IOException {
    compare("whole");
    for (int number = 1; number <= 4; number++) {
      compare("part-" + number, "--only", Integer.toString(number));
    }
    session.engine.opened.clear();

    assertThat(
            compare(
                "all",
                "--collect",
                place + "/part-1",
                place + "/part-2/runs",
                place + "/part-3/runs/complete-1",
                place + "/part-4"))
        .isEqualTo(ExitCode.DONE);

    assertThat(session.engine.opened).isEmpty();
    assertThat(names(place.resolve("all"))).isEqualTo(names(place.resolve("whole")));
    for (String file : List.of("table.csv", "curves.csv")) {
      assertThat(untimed("all", file)).isEqualTo(untimed("whole", file));
    }
    assertThat(files("all/runs")).isEqualTo(files("whole/runs"));
    assertThat(compare("all")).isEqualTo(ExitCode.DONE);
    assertThat(session.engine.opened).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedAndTheOthersAreCompared() throws IOException {
    compare("part-1", "--only", "1");

    assertThat(compare("all", "--collect", place + "/part-1")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err())
        .contains(
            "limbeck: run 2 (ring, seed 2) has not ended in any of the folders: there is no"
                + " ring-2\n")
        .contains("run 4 (complete, seed 2)")
        .doesNotContain("run 1 (");
    assertThat(Files.readAllLines(place.resolve("all/comparison.csv"))).hasSize(2);
  }

  @Test
  void aRunOfAnotherExperimentIsNotCollected() throws IOException {
    compare("part-1", "--only", "1");
    Path written = place.resolve("part-1/runs/ring-1/experiment.yaml");
    session.engine.variations = variations("changed");
    assertThat(written).content().contains("name: ring");

    assertThat(compare("all", "--collect", place + "/part-1")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).contains(written + ": this run is of another experiment");
    assertThat(place.resolve("all/runs")).doesNotExist();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThat(compare("all", "--collect", place + "/none")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).contains("--collect: " + place + "/none is not a folder");
  }

  private int compare(String out, String... more) {
    List<String> args = new ArrayList<>(List.of("compare", "one.yaml"));
    args.addAll(List.of("--out", place.resolve(out).toString()));
    args.addAll(List.of(more));
    return session.execute(args.toArray(String[]::new));
  }

  private static List<ExperimentVariant> variations(String... name) {
    return Stream.of("ring", "complete")
        .flatMap(label -> Stream.of(1, 2).map(seed -> variation(label, seed, name)))
        .toList();
  }

  private static ExperimentVariant variation(String label, long seed, String... name) {
    return new ExperimentVariant(
        label,
        Experiments.small(Optional.empty()).toBuilder()
            .name(name.length == 0 ? label : name[0])
            .seed(seed)
            .build());
  }

  /** Returns a table without the times, which its columns with seconds tell. */
  private List<List<String>> untimed(String out, String file) throws IOException {
    List<String> lines = Files.readAllLines(place.resolve(out).resolve(file));
    List<String> headings = List.of(lines.get(0).split(","));
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      List<String> cells = List.of(line.split(",", -1));
      List<String> row = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        if (!headings.get(i).contains("econds")) {
          row.add(cells.get(i));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private List<String> files(String folder) throws IOException {
    Path root = place.resolve(folder);
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(file -> root.relativize(file).toString()).sorted().toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
