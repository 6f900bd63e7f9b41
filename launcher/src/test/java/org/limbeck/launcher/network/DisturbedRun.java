package org.limbeck.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/**
 * A run of eight devices in some processes, none of which may end or err, whatever the network
 * does. Rounds take their time, as they do where models are larger: else all would be over while
 * clients still find their broker again.
 */
final class DisturbedRun {
  private static final long ROUND_MILLIS = 20;

  /** So many rounds must pass before something happens, and while it does. */
  private static final long SOME_ROUNDS = 20;

  private final SplitRun split;
  private final Scene scene;
  private final Path brake;
  private final Map<String, Shell.Running> parts = new LinkedHashMap<>();

  DisturbedRun(SplitRun split, Scene scene) throws IOException {
    this.split = split;
    this.scene = scene;
    this.brake = Brake.slow(split.shell().folder().resolve("brake"), ROUND_MILLIS);
  }

  /** Starts all processes, with more arguments, and waits until they are under way. */
  void start(List<String> arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(scene.arguments());
    all.addAll(arguments);
    for (String part : split.places()) {
      Shell shell = scene.shell(split.shell().with(Brake.FOLDER, brake.toString()), part);
      parts.put(
          part, split.on(shell).startPart(part, scene.broker(part), all.toArray(String[]::new)));
    }
    awaitRounds(Map.of());
  }

  /** Lets something happen to the network for some seconds, while all go on. */
  void disturb(long seconds) throws IOException, InterruptedException {
    Map<String, Long> before = rounds();
    scene.strike();
    Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
    awaitRounds(before);
    scene.heal();
  }

  /** Returns how far each part is. */
  Map<String, Long> rounds() throws IOException {
    Map<String, Long> rounds = new LinkedHashMap<>();
    for (String part : parts.keySet()) {
      rounds.put(part, RunProgress.round(progress(part)));
    }
    return rounds;
  }

  /** Waits until all devices take the same for the mean, or have done all their rounds. */
  void awaitAgreement(double distance) throws IOException, InterruptedException {
    while (!(estimates().distance() <= distance)
        && parts.values().stream().anyMatch(part -> part.process().isAlive())) {
      Thread.sleep(100);
    }
  }

  /** Lets all get to their ends as fast as they can. */
  void hurry() throws IOException, InterruptedException {
    Files.delete(brake.resolve(Brake.SLOW));
    finish();
  }

  /** Lets all get to their ends. */
  void finish() throws IOException, InterruptedException {
    SplitRun.finish(List.copyOf(parts.values()));
    for (Shell.Running part : parts.values()) {
      assertThat(part.errSoFar()).doesNotContain("limbeck: ", "SEVERE", "\tat ");
    }
  }

  /** Returns what the devices thought when they were evaluated last. */
  Estimates estimates() throws IOException {
    Estimates estimates = new Estimates();
    for (String part : parts.keySet()) {
      estimates.read(split.folder(part));
    }
    return estimates;
  }

  private void awaitRounds(Map<String, Long> since) throws IOException, InterruptedException {
    for (String part : parts.keySet()) {
      long round = since.getOrDefault(part, 0L) + SOME_ROUNDS;
      parts.get(part).await(() -> RunProgress.round(progress(part)) >= round);
    }
  }

  private Path progress(String part) {
    return new RunProgress(split.folder(part)).together();
  }
}
