package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Outcome;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/** Resuming where something is wrong with the run folder. */
class ResumeIT {
  private static final String EXPERIMENT = "small.yaml";

  /** Where a checkpoint says the format that it has: the last byte of its second number. */
  private static final int FORMAT_BYTE = 7;

  @TempDir private static Path place;
  private static Path distribution;
  private static Path finished;

  @TempDir private Path folder;
  private Shell shell;
  private Path run;
  private Path latest;
  private Path former;

  @BeforeAll
  static void runToTheEnd() throws Exception {
    distribution = DistributionCopy.small(place.resolve("limbeck"));
    Shell shell = new Shell(place, distribution, EXPERIMENT).quick();
    Shell.Result result =
        shell.run("run", EXPERIMENT, "--quiet", "--out=run", "--set=checkpointEvery=5");
    assertThat(result.exitCode()).isZero();
    finished = shell.folder().resolve("run");
  }

  /** A run that was killed when all but the summary had been written. */
  @BeforeEach
  void copy() throws IOException {
    shell = new Shell(folder, distribution, EXPERIMENT).quick();
    run = shell.folder().resolve("run");
    try (Stream<Path> tree = Files.walk(finished)) {
      for (Path file : tree.toList()) {
        Files.copy(file, run.resolve(finished.relativize(file)));
      }
    }
    Files.delete(run.resolve("summary.json"));
    Files.createFile(run.resolve(".lock"));
    List<Path> checkpoints = RunProgress.checkpoints(new RunProgress(run).together());
    latest = checkpoints.get(0);
    former = checkpoints.get(1);
  }

  @Test
  void fallsBackToTheCheckpointBeforeADamagedOne() throws Exception {
    flip(latest, (int) Files.size(latest) / 2);

    Shell.Result result = shell.run("resume", "run");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("\ngoes on from round 35/40\n");
    assertThat(Outcome.of(run)).isEqualTo(Outcome.of(finished));
  }

  /** Who changes a checkpoint can make its checksum right again. */
  @Test
  void fallsBackToTheCheckpointBeforeOneThatWasChanged() throws Exception {
    byte[] whole = Files.readAllBytes(latest);
    ByteBuffer bytes = ByteBuffer.wrap(whole);
    int origin = 8;
    int current = origin + 4 + bytes.getInt(origin);
    int round = current + 4 + bytes.getInt(current);
    int digest = round + 24;
    int edges = digest + 4 + bytes.getInt(digest);
    int lastEdge = edges + 4 + 8 * (bytes.getInt(edges) - 1);
    for (int[] change : new int[][] {{round + 4, 41}, {origin, 1 << 30}, {lastEdge + 4, 99}}) {
      write(latest, whole, change[0], change[1]);

      Shell.Result result = shell.run("resume", "run");

      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(result.err()).contains("\ngoes on from round 35/40\n");
      assertThat(Outcome.of(run)).isEqualTo(Outcome.of(finished));
      Files.delete(run.resolve("summary.json"));
    }
  }

  private static void write(Path file, byte[] whole, int at, int value) throws IOException {
    ByteBuffer changed = ByteBuffer.wrap(whole.clone()).putInt(at, value);
    CRC32C checksum = new CRC32C();
    checksum.update(changed.array(), 0, whole.length - Integer.BYTES);
    changed.putInt(whole.length - Integer.BYTES, (int) checksum.getValue());
    Files.write(file, changed.array());
  }

  @Test
  void refusesDamagedCheckpoints() throws Exception {
    flip(latest, 100);
    flip(former, (int) Files.size(former) - 1);

    assertThat(refusal())
        .contains("run/checkpoint/together: no checkpoint can be used")
        .contains("round-000000000040.checkpoint: it is damaged: its checksum is wrong")
        .contains("round-000000000035.checkpoint: it is damaged: its checksum is wrong");
  }

  @Test
  void refusesCheckpointsCutOffOrOfAnotherFormat() throws Exception {
    byte[] whole = Files.readAllBytes(latest);
    Files.write(latest, Arrays.copyOf(whole, whole.length / 2));
    byte[] other = Files.readAllBytes(former);
    int format = other[FORMAT_BYTE]++;
    Files.write(former, other);

    assertThat(refusal())
        .contains("round-000000000040.checkpoint: it is damaged: its checksum is wrong")
        .contains("round-000000000035.checkpoint: it has format " + (format + 1))
        .contains("this version of Limbeck reads format " + format);
  }

  @Test
  void refusesAnotherExperiment() throws Exception {
    Path experiment = run.resolve("experiment.yaml");
    Files.writeString(
        experiment, Files.readString(experiment).replace("stepSize: 0.1\n", "stepSize: 0.2\n"));

    assertThat(refusal())
        .contains("limbeck: experiment.yaml: the experiment has changed since the checkpoint")
        .contains("'stepSize: 0.2'", "'stepSize: 0.1'");
  }

  @Test
  void refusesAFolderThatIsNoRun() throws Exception {
    Shell.Result result = shell.run("resume", ".");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("limbeck: run folder ")
        .contains("is not the folder of a run: there is no experiment.yaml in it");
  }

  @Test
  void leavesARunAloneThatIsGoingOn() throws Exception {
    Shell.Running running =
        shell.start(
            "run", EXPERIMENT, "--out=on", "--set=rounds=1000000", "--set=checkpointEvery=50");
    RunProgress on = new RunProgress(shell.folder().resolve("on"));
    running.await(() -> RunProgress.round(on.alone()) > 0);

    Shell.Result resumed = shell.run("resume", "on");

    assertThat(running.process().isAlive()).isTrue();
    running.kill();
    assertThat(resumed.exitCode()).isEqualTo(2);
    assertThat(resumed.err())
        .startsWith("limbeck: run folder ")
        .contains("/on: it is in use by another run or resume; wait for it to end");
  }

  /** Tries to resume, which must fail with one line and change nothing, and returns the line. */
  private String refusal() throws Exception {
    Map<Path, ByteBuffer> before = files();
    Shell.Result result = shell.run("resume", "run");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("limbeck: ").doesNotContain("\tat ");
    assertThat(result.err().lines()).hasSize(1);
    assertThat(files()).isEqualTo(before);
    return result.err();
  }

  private Map<Path, ByteBuffer> files() throws IOException {
    Map<Path, ByteBuffer> contents = new HashMap<>();
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  private static void flip(Path file, int place) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[place] ^= 1;
    Files.write(file, bytes);
  }
}
