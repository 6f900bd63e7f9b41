package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Freezer;
import org.limbeck.launcher.process.Jars;
import org.limbeck.launcher.process.Outcome;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/** Runs that are cut short end like one that is not, whenever that happens and however often. */
class KillIT {
  private static final String EXPERIMENT = "swaps.yaml";
  private static final int INTERRUPTED = 130;
  private static final int SEED = 5;
  private static final int MOST_STRIKES = 5;
  private static final int MOST_MILLIS = 60;
  private static final int STARTING_MILLIS = 800;

  @TempDir private static Path place;
  private static Path distribution;
  private static SortedMap<String, Object> whole;

  @TempDir private Path folder;
  private final Random random = new Random(SEED);

  /** With the optimising compiler, which those that are killed do without: it must not matter. */
  @BeforeAll
  static void runWithoutABreak() throws Exception {
    distribution = DistributionCopy.small(place.resolve("limbeck"));
    Jars.write(
        distribution.resolve("plugins/freezer.jar"),
        Map.of(
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "org.example.freezer",
            "Bundle-Activator", Freezer.class.getName(),
            "Import-Package", "org.osgi.framework,org.limbeck.api.event"),
        Freezer.class);
    Shell shell = new Shell(place, distribution, EXPERIMENT);
    assertThat(shell.run("run", EXPERIMENT, "--quiet", "--out", "run").exitCode()).isZero();
    whole = Outcome.of(shell.folder().resolve("run"));
  }

  @Test
  void endsAsIfItHadNotBeenKilled() throws Exception {
    Shell shell = new Shell(folder, distribution, EXPERIMENT).quick();
    RunProgress run = new RunProgress(shell.folder().resolve("run"));

    inTheBaseline(shell.start("run", EXPERIMENT, "--out", "run"), run);
    atAnyMoment(resume(shell), run, 1 + random.nextInt(20));
    whileACheckpointIsWritten(shell, run);
    atAnyMoment(resume(shell), run, 55 + random.nextInt(10));
    betweenTwoRounds(shell, run);
    whileResultsAreWritten(resume(shell), run);

    assertThat(resume(shell).finish().exitCode()).isZero();
    assertThat(Outcome.of(run.folder())).isEqualTo(whole);
  }

  /** Interrupts between a swap in which a device has joined and the round after it. */
  @Test
  void endsAsIfItHadNotBeenInterrupted() throws Exception {
    Shell shell = new Shell(folder, distribution, EXPERIMENT).quick();
    RunProgress run = new RunProgress(shell.folder().resolve("run"));
    Shell.Running running =
        freezing(shell, "Rewired[round=43,").start("run", EXPERIMENT, "--out=run");
    awaitFrozen(running, shell);

    Shell.Result interrupted = running.interrupt();
    Shell.Result resumed = shell.run("resume", "run");

    assertThat(interrupted.exitCode()).isEqualTo(INTERRUPTED);
    assertThat(interrupted.out()).isEmpty();
    assertThat(interrupted.err())
        .contains("limbeck: interrupted\n")
        .endsWith("limbeck: stopped after round 43 of 120; go on with: limbeck resume run\n");
    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.err()).contains("\ngoes on from round 43/120\n");
    assertThat(Outcome.of(run.folder())).isEqualTo(whole);
  }

  /** Strikes while the framework starts, or a little later where that is quick. */
  @Test
  void saysLittleWhenInterruptedAtOnce() throws Exception {
    Shell shell = new Shell(folder, distribution, EXPERIMENT).quick();
    for (int strike = 0; strike < 3; strike++) {
      Shell.Running running = shell.start("run", EXPERIMENT, "--out=run" + strike);
      running.await(() -> hasFramework(shell.temporary()));
      Thread.sleep(random.nextInt(STARTING_MILLIS));

      Shell.Result result = running.interrupt();

      assertThat(result.exitCode()).isEqualTo(INTERRUPTED);
      assertThat(result.err().lines()).allMatch(line -> line.matches("(limbeck|alone): .*"));
    }
  }

  private static boolean hasFramework(Path temporary) throws IOException {
    try (DirectoryStream<Path> storages = Files.newDirectoryStream(temporary, "limbeck-*")) {
      return storages.iterator().hasNext();
    }
  }

  private static Shell.Running resume(Shell shell) throws IOException {
    return shell.start("resume", "run");
  }

  /** Strikes when the first of all checkpoints begins to be written. */
  private static void inTheBaseline(Shell.Running running, RunProgress run) throws Exception {
    running.await(() -> Files.isDirectory(run.alone()));
    running.kill();
    assertThat(run.together()).doesNotExist();
  }

  private void atAnyMoment(Shell.Running running, RunProgress run, long round) throws Exception {
    running.await(() -> RunProgress.round(run.together()) >= round);
    Thread.sleep(random.nextInt(MOST_MILLIS));
    running.kill();
  }

  /** Strikes when a checkpoint begins to be written, until one strike is fast enough. */
  private static void whileACheckpointIsWritten(Shell shell, RunProgress run) throws Exception {
    for (int strike = 0;
        strike < MOST_STRIKES && !RunProgress.isWriting(run.together());
        strike++) {
      Shell.Running running = resume(shell);
      running.await(() -> RunProgress.isWriting(run.together()));
      running.kill();
    }
    assertThat(RunProgress.isWriting(run.together())).as("a half-written checkpoint").isTrue();
  }

  /** Strikes when all have sent what they had to send in round 83, and nothing is saved of it. */
  private static void betweenTwoRounds(Shell shell, RunProgress run) throws Exception {
    Shell.Running running = resume(freezing(shell, "RoundCompleted[round=82,"));
    awaitFrozen(running, shell);
    running.kill();
    assertThat(RunProgress.round(run.together())).isEqualTo(80);
  }

  private static void whileResultsAreWritten(Shell.Running running, RunProgress run)
      throws Exception {
    running.await(() -> Files.exists(run.folder().resolve("device-1/model.bin")));
    running.kill();
    assertThat(run.folder().resolve("summary.json")).doesNotExist();
  }

  private static Shell freezing(Shell shell, String event) {
    return shell.with(Freezer.EVENT, event).with(Freezer.SIGN, sign(shell).toString());
  }

  private static void awaitFrozen(Shell.Running running, Shell shell) throws Exception {
    running.await(() -> Files.exists(sign(shell)));
  }

  private static Path sign(Shell shell) {
    return shell.folder().resolve("frozen");
  }
}
