package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Shell;

/** Several experiments over several seeds, with one command. */
class CompareIT {
  private static final String MANY =
      """
      variants:
        ring: {}
        everybody: {topology: complete}
      sweep: {seed: [1, 2]}
      """;

  @TempDir private Path place;
  private Shell shell;

  @BeforeEach
  void describeFourRuns() throws IOException {
    Path distribution = DistributionCopy.small(place.resolve("limbeck"));
    shell = new Shell(place, distribution).quick();
    Path small = shell.folder().resolve("small.yaml");
    String longer =
        Files.readString(small).replace("rounds: 40", "rounds: 300\ncheckpointEvery: 10");
    Files.writeString(shell.folder().resolve("many.yaml"), longer + MANY);
  }

  @Test
  void goesOnAfterAKillAndEndsAsIfThereHadBeenNone() throws Exception {
    Shell.Running running = shell.start("compare", "many.yaml", "--out=cut", "--parallel=2");
    running.await(() -> hasEndedRun(shell.folder().resolve("cut/runs")));
    running.kill();

    Shell.Result again = shell.run("compare", "many.yaml", "--out=cut", "--parallel=1");
    Shell.Result whole = shell.run("compare", "many.yaml", "--out=whole");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("ring", "everybody", "comparison: cut/index.html");
    assertThat(again.err()).contains("4/4  ").doesNotContain("1/4  ");
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    assertThat(untimed("cut")).hasSize(5).isEqualTo(untimed("whole"));
    for (String file : List.of("table.md", "curves.csv", "index.html", "accuracy-over-bytes.svg")) {
      assertThat(shell.folder().resolve("cut").resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void twoOnOneFolderShareTheRunsAndBothEndWithAll() throws Exception {
    Shell.Running one = shell.start("compare", "many.yaml", "--out=shared", "--parallel=1");
    Shell.Running other = shell.start("compare", "many.yaml", "--out=shared", "--parallel=1");

    for (Shell.Result result : List.of(one.finish(), other.finish())) {
      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(result.out()).contains("ring", "everybody", "comparison: shared/index.html");
      assertThat(result.err()).contains("4/4  ").doesNotContain("in use");
    }
    assertThat(untimed("shared")).hasSize(5);
    assertThat(shell.folder().resolve("shared/runs"))
        .isDirectoryNotContaining("glob:**/.*")
        .isDirectoryContaining("glob:**/ring-1");
  }

  /** As an array job does, with a folder for each task. */
  @Test
  void runsMadeOneByOneAreCollected() throws Exception {
    String[] two = {"compare", "many.yaml", "--seeds=1"};
    Shell.Running one = shell.start(with(two, "--only=1", "--out=part-1"));
    Shell.Running other = shell.start(with(two, "--only=2", "--out=part-2"));
    assertThat(one.finish().exitCode()).isZero();
    assertThat(other.finish().exitCode()).isZero();
    assertThat(shell.run(with(two, "--list")).out().lines()).hasSize(3);

    Shell.Result collected = shell.run(with(two, "--out=all", "--collect", "part-1", "part-2"));

    assertThat(collected.exitCode()).as(collected.err()).isZero();
    assertThat(untimed("all")).hasSize(3);
    assertThat(shell.folder().resolve("part-1/index.html")).doesNotExist();
    for (String file : List.of("index.html", "differences.md", "accuracy-over-bytes.pdf")) {
      assertThat(shell.folder().resolve("all").resolve(file)).isNotEmptyFile();
    }
  }

  private static String[] with(String[] args, String... more) {
    return Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void theoryNeedsNoRun() throws Exception {
    Shell.Result result = shell.run("theory", "many.yaml");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("everybody\n", "spectral gap   1.000\n", "sends          in 300 of 300 rounds\n")
        .containsPattern("float32 +1 +2\\.6 kB +768\\.0 kB");
    assertThat(shell.run("run", "many.yaml").err())
        .contains("many.yaml:", "several experiments, which limbeck compare runs");
  }

  /** Of 650 weights, which are three rows of 256, over 40 rounds to two neighbours or a server. */
  @Test
  void theoryNeedsNoBrokerAndSpeaksOfAllThatCouldBeSent() throws Exception {
    Shell.Result result =
        shell.run(
            "theory",
            "small.yaml",
            "--set=devices=[{count: 4, architecture: softmax}]",
            "--set=transport={name: mqtt, broker: 'mqtt://127.0.0.1:9', network: nobody}");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern("d-psgd +40 +6\\.1 kB +245\\.8 kB")
        .containsPattern("gradient-tracking +40 +12\\.3 kB")
        .containsPattern("fedavg +40 +3\\.1 kB")
        .containsPattern("local-only +0 +0 B")
        .doesNotContain("hard-label");
  }

  /** Returns the rows of {@code comparison.csv} without the time and the threads. */
  private List<String> untimed(String out) throws IOException {
    return Files.readAllLines(shell.folder().resolve(out).resolve("comparison.csv")).stream()
        .map(row -> row.replaceFirst(",[^,]*,[^,]*$", ""))
        .toList();
  }

  private static boolean hasEndedRun(Path runs) throws IOException {
    if (!Files.isDirectory(runs)) {
      return false;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(runs)) {
      for (Path folder : folders) {
        if (Files.exists(folder.resolve("summary.json"))) {
          return true;
        }
      }
    }
    return false;
  }
}
