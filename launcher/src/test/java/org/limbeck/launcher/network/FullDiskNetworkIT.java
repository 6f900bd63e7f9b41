package org.limbeck.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.launcher.process.Disk;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/** A full disk of one process does the others no harm. */
class FullDiskNetworkIT {
  private static final String FULL = "No space left on device";
  private static final String READ_ONLY = "Read-only file system";
  private static final int INTERRUPTED = 130;

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  private final ObjectMapper mapper = new ObjectMapper();
  @TempDir private Path folder;
  private Shell shell;
  private SplitRun split;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder, BROKER.distribution(), SplitRun.EXPERIMENT).quick();
    split = new SplitRun(shell, BROKER.url(), List.of("0-2", "3-4"));
  }

  /** What a part in step has decided is written before its checkpoint. */
  @Test
  void partsInStepGoOnTogetherWhenThereIsRoom() throws Exception {
    String[] settings = {"--set=baseline=none", "--patience=12"};
    try (Disk disk = new Disk(split.folder("3-4"), 256)) {
      List<Shell.Running> parts = split.start(settings);

      Shell.Result waiting = parts.get(0).finish();
      Shell.Result full = parts.get(1).finish();

      assertThat(full.exitCode()).isEqualTo(2);
      assertThat(full.err())
          .containsPattern("limbeck: .*/part-3-4/[^:]*: .*cannot be written: " + FULL + "\n")
          .endsWith("go on with: limbeck resume part-3-4\n");
      assertThat(waiting.exitCode()).isEqualTo(2);
      assertThat(waiting.err()).contains("has waited 12 s", "limbeck resume part-0-2");
      disk.grow();
      List<Shell.Running> resumed = split.resume("--patience=60");
      Path whole = split.whole("--set=baseline=none");
      SplitRun.finish(resumed);
      JoinedOutcome.assertSame(split, whole);
    }
  }

  @Test
  void aPartThatNobodyWaitsForGoesOnLater() throws Exception {
    try (Disk disk = new Disk(split.folder("3-4"), 256)) {
      List<Shell.Running> parts =
          split.start("--set=pace=asynchronous", "--set=rounds=400", "--patience=60");

      Shell.Result full = parts.get(1).finish();
      SplitRun.finish(parts.subList(0, 1));
      disk.grow();
      SplitRun.finish(split.resume());

      assertThat(full.exitCode()).isEqualTo(2);
      assertThat(full.err()).contains("cannot be written: " + FULL);
      JsonNode summary = mapper.readTree(split.join().resolve("summary.json").toFile());
      assertThat(summary.get("meanTestAccuracy").doubleValue())
          .isGreaterThan(summary.get("meanTestAccuracyAlone").doubleValue());
    }
  }

  /** Its disk is full twice: at first for a while, and then when it is stopped. */
  @ParameterizedTest
  @ValueSource(strings = {FULL, READ_ONLY})
  void aDeviceGoesOnWithoutItsDisk(String fault) throws Exception {
    try (Disk disk = new Disk(shell.folder().resolve("disk"), 1024)) {
      Shell.Running running = device();
      RunProgress checkpoints = new RunProgress(disk.place());
      running.await(() -> RunProgress.round(checkpoints.device()) > 0);
      spoil(disk, fault);
      running.awaitErr("goes on without checkpoints: " + disk.place() + "/checkpoint/device: ");
      running.awaitErr("its folder is out of date: " + disk.place());
      mend(disk, fault);
      running.awaitErr("checkpoints are written again after round ");
      running.awaitErr("its folder is up to date again\n");
      spoil(disk, fault);
      running.await(() -> suffersAgain(running, disk, fault));

      Shell.Result stopped = running.interrupt();
      mend(disk, fault);
      Shell.Result resumed = device("--rounds=1").finish();

      assertThat(stopped.exitCode()).isEqualTo(INTERRUPTED);
      assertThat(stopped.err())
          .containsPattern("after round \\d+ cannot be written: .*" + fault)
          .endsWith("limbeck: interrupted\n");
      assertThat(resumed.exitCode()).as(resumed.err()).isZero();
      assertThat(resumed.err()).startsWith("goes on from round ");
      assertThat(
              mapper.readTree(disk.place().resolve("status.json").toFile()).get("state").asText())
          .isEqualTo("done");
    }
  }

  /** What it does not remember to have done, it would not count. */
  @Test
  void aDeviceWithPrivacyEndsWhenItCannotRemember() throws Exception {
    try (Disk disk = new Disk(shell.folder().resolve("disk"), 1024)) {
      Shell.Running running = device("--set=privacy={clip: 1}");
      RunProgress checkpoints = new RunProgress(disk.place());
      running.await(() -> RunProgress.round(checkpoints.device()) > 0);
      disk.fill();

      Shell.Result result = running.finish();

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err())
          .containsPattern(
              "\nlimbeck: .*/checkpoint/device: the checkpoint after round \\d+ cannot be written: "
                  + FULL
                  + "\n$");
    }
  }

  private Shell.Running device(String... arguments) throws IOException {
    Files.write(
        shell.folder().resolve("kitchen.yaml"),
        List.of(
            "device: kitchen",
            "network: home",
            "broker: " + BROKER.url(),
            "data: digits",
            "reference: {name: digits, rows: 40}",
            "architecture: softmax",
            "algorithm: {name: distributed-distillation, referenceBatch: 16}",
            "checkpointEvery: 5",
            "evaluateEvery: 10",
            "pause: 20",
            "folder: disk"));
    return shell.start(
        Stream.concat(Stream.of("device", "kitchen.yaml"), Arrays.stream(arguments))
            .toArray(String[]::new));
  }

  private static void spoil(Disk disk, String fault) throws Exception {
    if (fault.equals(FULL)) {
      disk.fill();
    } else {
      disk.protect();
    }
  }

  private static boolean suffersAgain(Shell.Running running, Disk disk, String fault)
      throws IOException {
    if (fault.equals(FULL)) {
      disk.fill();
    }
    String said = running.errSoFar();
    return said.lastIndexOf("goes on without checkpoints: ")
        > said.lastIndexOf("checkpoints are written again ");
  }

  private static void mend(Disk disk, String fault) throws Exception {
    if (fault.equals(FULL)) {
      disk.clear();
    } else {
      disk.unprotect();
    }
  }
}
