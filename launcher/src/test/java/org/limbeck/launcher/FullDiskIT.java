package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.launcher.process.Disk;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Outcome;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/** Runs whose disk is full or becomes read-only end with one line that says so, and go on later. */
class FullDiskIT {
  private static final int INTERRUPTED = 130;
  private static final List<String> RUN =
      List.of(
          "run",
          "small.yaml",
          "--quiet",
          "--set=baseline=none",
          "--set=reference.rows=20",
          "--set=algorithm.referenceBatch=20",
          "--set=evaluateEvery=10",
          "--set=checkpointEvery=10");

  @TempDir private static Path place;
  private static Path distribution;
  private static SortedMap<String, Object> whole;

  @TempDir private Path folder;
  private Shell shell;

  @BeforeAll
  static void runWithoutAFault() throws Exception {
    distribution = DistributionCopy.small(place.resolve("limbeck"));
    Shell shell = new Shell(place, distribution).quick();
    assertThat(shell.run(arguments(RUN, "--out=run")).exitCode()).isZero();
    whole = Outcome.of(shell.folder().resolve("run"));
  }

  @BeforeEach
  void open() throws Exception {
    shell = new Shell(folder, distribution).quick();
  }

  /** A checkpoint takes 44 kB, the page 100 kB, and all else that is there at the end 60 kB. */
  @ParameterizedTest
  @CsvSource({
    "4, metrics.csv, it cannot be written",
    "24, checkpoint/together, the checkpoint after round 10 cannot be written",
    "112, checkpoint/together, the checkpoint after round 30 cannot be written",
    "200, report.html, it cannot be written"
  })
  void endsWhenTheDiskIsFull(int kilobytes, String file, String fault) throws Exception {
    try (Disk disk = new Disk(shell.folder().resolve("disk"), kilobytes)) {
      Path run = disk.place().resolve("run");

      Shell.Result result = shell.run(arguments(RUN, "--out=disk/run"));

      assertThat(result.exitCode()).isEqualTo(2);
      String said = "limbeck: " + run.resolve(file) + ": " + fault + ": No space left on device\n";
      if (Files.exists(run)) {
        assertThat(result.err())
            .startsWith(said)
            .endsWith("go on with: limbeck resume disk/run\n")
            .hasLineCount(2);
        disk.grow();
        assertEndsAsTheOther(run);
      } else {
        assertThat(result.err()).isEqualTo(said);
        assertThat(disk.place()).isEmptyDirectory();
      }
    }
  }

  @Test
  void saysThatTheLastCheckpointIsMissingWhenItIsInterrupted() throws Exception {
    try (Disk disk = new Disk(shell.folder().resolve("disk"), 1024)) {
      Shell.Running running =
          shell.start(
              "run", "small.yaml", "--set=baseline=none", "--set=rounds=1000000", "--out=disk/run");
      running.awaitErr("round 20/");
      disk.fill();

      Shell.Result result = running.interrupt();

      assertThat(result.exitCode()).isEqualTo(INTERRUPTED);
      assertThat(result.err())
          .contains("limbeck: interrupted\nlimbeck: " + disk.place().resolve("run/checkpoint"))
          .contains(" cannot be written: No space left on device\n");
    }
  }

  @Test
  void isRefusedWhereNothingCanBeWritten() throws Exception {
    try (Disk disk = new Disk(shell.folder().resolve("disk"), 64)) {
      disk.protect();

      Shell.Result result = shell.run(arguments(RUN, "--out=disk/run"));

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err())
          .isEqualTo(
              "limbeck: run folder "
                  + disk.place().resolve("run")
                  + ": it cannot be written: Read-only file system; name a new or empty folder"
                  + " where you may write\n");
    }
  }

  @Test
  void endsWhenTheDiskBecomesReadOnly() throws Exception {
    try (Disk disk = new Disk(shell.folder().resolve("disk"), 4096)) {
      Path run = disk.place().resolve("run");
      Shell.Running running = shell.start(arguments(RUN, "--out=disk/run", "--set=rounds=1000000"));
      RunProgress progress = new RunProgress(run);
      running.await(() -> RunProgress.round(progress.together()) > 0);
      disk.protect();

      Shell.Result result = running.finish();
      Shell.Result refused = shell.run("resume", "disk/run");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err())
          .startsWith("limbeck: " + run)
          .contains("Read-only file system")
          .endsWith("go on with: limbeck resume disk/run\n")
          .hasLineCount(2);
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err())
          .startsWith("limbeck: run folder " + run + ": ")
          .contains("/.lock cannot be written: Read-only file system; ");
      disk.unprotect();
      Shell.Running resumed = shell.start("resume", "disk/run");
      resumed.awaitErr("goes on from round ");
      resumed.kill();
    }
  }

  private void assertEndsAsTheOther(Path run) throws Exception {
    Shell.Result resumed = shell.run("resume", "disk/run", "--quiet");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(Outcome.of(run)).isEqualTo(whole);
  }

  private static String[] arguments(List<String> command, String... more) {
    return Stream.concat(command.stream(), Arrays.stream(more)).toArray(String[]::new);
  }
}
