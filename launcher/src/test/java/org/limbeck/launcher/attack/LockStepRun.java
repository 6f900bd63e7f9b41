package org.limbeck.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.launcher.network.Brake;
import org.limbeck.launcher.network.SharedBroker;
import org.limbeck.launcher.network.SplitRun;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/**
 * A run of five devices that wait for each other, in two processes with little memory, none of
 * which may end, err or say much, whatever others do.
 */
final class LockStepRun implements AutoCloseable {
  /** Its devices, in a ring. */
  static final List<String> DEVICES =
      List.of("device-1", "device-2", "device-3", "device-4", "device-5");

  /** The network that all runs share. */
  static final String NETWORK = "attacked";

  private static final List<String> PLACES = List.of("0-1", "2-4");
  private static final String SMALL =
      "-Xmx128m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Djava.io.tmpdir=";
  private static final int MOST_LINES = 100;

  private final SplitRun split;
  private final Path brake;
  private final List<String> arguments;
  private final Map<String, Shell.Running> parts = new LinkedHashMap<>();

  /**
   * Makes a run that is not started.
   *
   * @param folder a folder for it, which is not there yet
   * @param broker where its processes meet
   * @param roundMillis how much longer a round takes than it needs to
   */
  LockStepRun(
      Path folder, Path distribution, String broker, long roundMillis, List<String> arguments)
      throws IOException {
    Shell shell = new Shell(Files.createDirectory(folder), distribution, SplitRun.EXPERIMENT);
    brake = Brake.slow(folder.resolve("brake"), roundMillis);
    Shell small =
        shell
            .with("LIMBECK_JAVA_OPTS", SMALL + shell.temporary())
            .with("LIMBECK_VECTORS", "off")
            .with(Brake.FOLDER, brake.toString());
    split = new SplitRun(small, broker, SplitRun.EXPERIMENT, PLACES);
    this.arguments = new ArrayList<>(List.of("--set=transport.network=" + NETWORK));
    this.arguments.addAll(arguments);
  }

  /** Makes keys for the devices, and returns their folder. */
  static Path keys(Path folder, SharedBroker broker) throws IOException, InterruptedException {
    Shell shell = new Shell(Files.createDirectory(folder), broker.distribution()).quick();
    List<String> command = new ArrayList<>(List.of("keys", "create"));
    command.addAll(DEVICES);
    Shell.Result result = shell.run(command.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return shell.folder().resolve("keys");
  }

  /** Starts all processes. */
  LockStepRun start() throws IOException {
    for (String part : PLACES) {
      parts.put(part, split.startPart(part, split.broker(), arguments.toArray(String[]::new)));
    }
    return this;
  }

  /** Goes on with all processes, which have ended. */
  void resume() throws IOException {
    String[] keys =
        arguments.stream().filter(one -> one.startsWith("--keys")).toArray(String[]::new);
    for (String part : PLACES) {
      parts.put(part, split.resumePart(part, keys));
    }
  }

  /** Returns the processes. */
  List<Shell.Running> parts() {
    return List.copyOf(parts.values());
  }

  /** Returns the round that all processes have reached. */
  long round() throws IOException {
    long round = Long.MAX_VALUE;
    for (String part : PLACES) {
      round = Math.min(round, RunProgress.round(progress(part)));
    }
    return round;
  }

  /** Waits until all processes are so many rounds further. */
  void awaitRounds(long more) throws IOException, InterruptedException {
    long before = round();
    for (Map.Entry<String, Shell.Running> part : parts.entrySet()) {
      part.getValue().await(() -> RunProgress.round(progress(part.getKey())) >= before + more);
    }
  }

  /** Lets rounds take no longer than they need to. */
  void hurry() throws IOException {
    Files.deleteIfExists(brake.resolve(Brake.SLOW));
  }

  /** Lets the run get to its end, and returns what it leaves. */
  RunBits finish() throws IOException, InterruptedException {
    hurry();
    SplitRun.finish(parts());
    for (Shell.Running part : parts()) {
      String said = part.errSoFar();
      assertThat(said).doesNotContain("OutOfMemoryError", "\tat ", "limbeck: un", "\u001b");
      assertThat(said.lines().count()).as(said).isLessThan(MOST_LINES);
    }
    return RunBits.of(split.places().stream().map(split::folder).toList());
  }

  private Path progress(String part) {
    return new RunProgress(split.folder(part)).together();
  }

  @Override
  public void close() {
    parts.values().forEach(part -> part.process().destroyForcibly());
  }
}
