package org.limbeck.launcher.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.itests.broker.Mosquitto;
import org.limbeck.launcher.InProcessLauncher;
import org.limbeck.launcher.network.SplitRun;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/**
 * Runs end with the same figures, bit for bit, as when they were recorded, in {@code
 * src/test/resources/recordings}. The system property {@code limbeck.recordings} may hold, with
 * commas between them:
 *
 * <ul>
 *   <li>{@code full}: the experiments on Fashion-MNIST run to their ends too, which takes minutes;
 *   <li>{@code write}: what runs is recorded anew, instead of compared. Only for a change that is
 *       meant to change results.
 * </ul>
 *
 * <p>Those without native code run in this process, one after the other: most of the time of a
 * process of their own would be its start.
 *
 * <p>Whatever has parts in native code is compared only on processors with the vector units of the
 * one that it was recorded on.
 */
class RecordedRunsIT {
  private static final List<String> MODES =
      List.of(System.getProperty("limbeck.recordings", "").split(","));
  private static final boolean WRITES = MODES.contains("write");
  private static final int KILLED_AT = 60;

  @RegisterExtension static final InProcessLauncher IN_PROCESS = new InProcessLauncher();

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder, Shell.DISTRIBUTION, SplitRun.EXPERIMENT);
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void endsAsRecorded(RecordedExperiment experiment) throws Exception {
    Recording recording = Recording.of(experiment.name());
    boolean isNative = experiment.needs().contains(RecordedExperiment.Need.SAME_PROCESSOR);
    if (isNative && !WRITES) {
      assumeTrue(recording.processor().equals(VectorUnits.here()), "recorded on another processor");
    }
    if (experiment.needs().contains(RecordedExperiment.Need.FASHION_MNIST)) {
      assumeTrue(
          IN_PROCESS.run("data", "path", "fashion-mnist").exitCode() == 0,
          "Fashion-MNIST is not there");
    }

    Path run = shell.folder().resolve("run");
    String[] command = experiment.command(run);
    Shell.Result result = isNative ? shell.run(command) : IN_PROCESS.run(command);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(run.resolve("report.html")).isNotEmptyFile();
    check(recording, run);
    if (isNative && WRITES) {
      recording.writeProcessor();
    }
  }

  static Stream<RecordedExperiment> experiments() {
    return MODES.contains("full")
        ? Stream.concat(RecordedExperiment.brief(), RecordedExperiment.full())
        : RecordedExperiment.brief();
  }

  @Test
  void endsAsRecordedThoughKilled() throws Exception {
    assumeFalse(WRITES, "recorded without a break");
    RecordedExperiment experiment = RecordedExperiment.swaps();
    RunProgress run = new RunProgress(shell.folder().resolve("run"));
    Shell.Running running = shell.quick().start(experiment.command(run.folder()));
    running.await(() -> RunProgress.round(run.together()) >= KILLED_AT);
    running.kill();

    Shell.Result result = IN_PROCESS.run("resume", run.folder().toString(), "--quiet");

    assertThat(result.exitCode()).as(result.err()).isZero();
    Recording.of(experiment.name()).assertSame(run.folder());
  }

  @Test
  void endsAsRecordedInFourProcesses() throws Exception {
    try (Mosquitto broker = new Mosquitto(folder)) {
      SplitRun split = new SplitRun(shell.quick(), broker.url());
      SplitRun.finish(split.start());
      check(Recording.of("split"), split.join());
    }
  }

  private static void check(Recording recording, Path run) throws IOException {
    if (WRITES) {
      recording.write(run);
    } else {
      recording.assertSame(run);
    }
  }
}
