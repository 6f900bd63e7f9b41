package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;

/**
 * The scripts that write data for the experiments in {@code examples/data}, where Debian's packages
 * that they need are installed.
 */
class DataScriptsIT {
  private static final Path EXAMPLES = Path.of("../examples/data").toAbsolutePath().normalize();
  private static final String PYTHON = "/usr/bin/python3";
  private static final int UNUSABLE = 2;

  @TempDir private Path place;

  @Test
  void glyphsAreOfAllLettersInAllFontsAndOfTheirSeed() throws Exception {
    Path first = glyphs("first", "1");
    assertThat(glyphs("again", "1")).hasSameBinaryContentAs(first);
    assertThat(Files.mismatch(glyphs("other", "2"), first)).isNotEqualTo(-1);

    List<String> rows = Files.readAllLines(first);
    assertThat(rows)
        .hasSize(1 + 8 * 10 * 2)
        .allMatch(row -> row.split(",", -1).length == 2 + 16 * 16);
    assertThat(cells(rows, 0)).hasSize(10);
    assertThat(cells(rows, 1)).hasSize(8);
    assertThat(first.resolveSibling("test.csv")).content().hasLineCount(1 + 8 * 10);
  }

  @Test
  void spokenDigitsAreOfAllVoicesAndOfTheirSeed() throws Exception {
    Path first = spoken("first", "1");
    assertThat(spoken("again", "1")).hasSameBinaryContentAs(first);
    assertThat(Files.mismatch(spoken("other", "2"), first)).isNotEqualTo(-1);

    List<String> rows = Files.readAllLines(first);
    assertThat(rows).hasSize(1 + 8 * 10).allMatch(row -> row.split(",", -1).length == 2 + 16 * 20);
    assertThat(cells(rows, 0)).hasSize(10);
    assertThat(cells(rows, 1)).hasSize(8);
  }

  @Test
  void moreThanVoicesCanSayIsRefused() throws Exception {
    ScriptResult outcome =
        script(PYTHON, "spoken.py", "--to", "x", "--train", "100", "--test", "27");
    assertThat(outcome.exitCode()).isEqualTo(UNUSABLE);
    assertThat(outcome.text())
        .contains("--train and --test are 1 or more, and 126 together at the most: not 100 and 27");
  }

  @Test
  void lettersAreThoseThatTheScriptWasWrittenFor() throws Exception {
    assumeTrue(has("Rscript", "-e", "library(mlbench)"), "r-cran-mlbench is not there");
    ScriptResult outcome = script("Rscript", "letters.R", place.toString());
    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    assertThat(place.resolve("letters/train.csv")).content().hasLineCount(16_001);
    assertThat(place.resolve("satellite/test.csv")).content().hasLineCount(2_001);
  }

  /** With a few rows of each, in the place of the files that the scripts write by default. */
  @Test
  void experimentsAreValid() throws Exception {
    assumeTrue(has("Rscript", "-e", "library(mlbench)"), "r-cran-mlbench is not there");
    Shell shell = new Shell(place, Shell.DISTRIBUTION).quick();
    Path data = place.resolve("work/data");
    script("Rscript", "letters.R", data.toString());
    write("glyphs.py", data.resolve("glyphs"), "--train", "13", "--test", "1");
    write("spoken.py", data.resolve("spoken"), "--train", "13", "--test", "1");

    Shell.Result result =
        shell.run(
            Stream.concat(
                    Stream.of("validate", "--set", "reference.rows=200", "--set", "sweep.seed=[1]"),
                    files().stream())
                .toArray(String[]::new));

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains(files());
  }

  private Path glyphs(String folder, String seed) throws Exception {
    String[] options = {"--seed", seed, "--train", "2", "--test", "1"};
    return write("glyphs.py", place.resolve(folder), options);
  }

  private Path spoken(String folder, String seed) throws Exception {
    String[] options = {"--seed", seed, "--train", "1", "--test", "1"};
    return write("spoken.py", place.resolve(folder), options);
  }

  /** Runs a script in Python; what it lacks is a reason to skip the test. */
  private Path write(String script, Path folder, String... options) throws Exception {
    String[] all = {PYTHON, script, "--to", folder.toString()};
    ScriptResult outcome =
        script(Stream.concat(Stream.of(all), Stream.of(options)).toArray(String[]::new));
    assumeTrue(
        outcome.exitCode() != UNUSABLE || !outcome.text().contains("apt-get install"),
        outcome.text());
    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    return folder.resolve("train.csv");
  }

  private record ScriptResult(int exitCode, String text) {}

  private ScriptResult script(String... command) throws Exception {
    assumeTrue(Files.exists(Path.of(PYTHON)), PYTHON + " is not there");
    command[1] = EXAMPLES.resolve(command[1]).toString();
    Path text = Files.createTempFile(place, "outcome", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = builder.redirectErrorStream(true).redirectOutput(text.toFile()).start();
    assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
    return new ScriptResult(process.exitValue(), Files.readString(text));
  }

  private static boolean has(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Set<String> cells(List<String> rows, int column) {
    Set<String> cells = new HashSet<>();
    rows.stream().skip(1).forEach(row -> cells.add(row.split(",", -1)[column]));
    return cells;
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.map(Path::toString).filter(file -> file.endsWith(".yaml")).sorted().toList();
    }
  }
}
