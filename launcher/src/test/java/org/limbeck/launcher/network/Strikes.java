package org.limbeck.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/**
 * The processes of a run that do not wait for each other, of which one after the other is killed,
 * and goes on after all others have got on without it. A seed decides whom a strike hits, and when.
 */
final class Strikes {
  private static final int ROUND_MILLIS = 100;
  private static final int MOST_MILLIS = 1000;
  private static final long PATIENCE_SECONDS = Long.getLong("limbeck.patience", 180);

  private final SplitRun split;
  private final Random random;
  private final Map<String, Shell.Running> parts = new TreeMap<>();
  private final Map<Moment, Integer> hits = new EnumMap<>(Moment.class);

  /** When a process is killed. */
  enum Moment {
    /** Whatever it does. */
    ANY,
    /** A checkpoint is half written. */
    WHILE_SAVING,
    /** All frames of a round have been sent, and nothing of it is saved. */
    BETWEEN_SEND_AND_SAVE
  }

  Strikes(SplitRun split, long seed) {
    this.split = split;
    this.random = new Random(seed);
  }

  /** Starts all processes, which take their time until they are told otherwise. */
  void start(String... arguments) throws IOException, InterruptedException {
    for (String part : split.places()) {
      Brake.slow(brake(part), ROUND_MILLIS);
      parts.put(part, held(part).startPart(part, split.broker(), arguments));
    }
    for (String part : split.places()) {
      awaitCheckpoints(List.of(part), Map.of(part, 0L));
    }
  }

  /** Kills a process, lets the others get on without it, and has it go on. */
  void strike(Moment moment) throws IOException, InterruptedException {
    String victim = split.places().get(random.nextInt(split.places().size()));
    switch (moment) {
      case ANY -> Thread.sleep(random.nextInt(MOST_MILLIS));
      case WHILE_SAVING ->
          parts.get(victim).await(() -> RunProgress.isWriting(progress(victim).together()));
      case BETWEEN_SEND_AND_SAVE -> awaitStopped(victim);
    }
    parts.get(victim).kill();
    if (moment != Moment.WHILE_SAVING || RunProgress.isWriting(progress(victim).together())) {
      hits.merge(moment, 1, Integer::sum);
    }
    List<String> others = new ArrayList<>(split.places());
    others.remove(victim);
    awaitCheckpoints(others, rounds(others));
    parts.put(victim, held(victim).resumePart(victim));
  }

  /** Returns how many strikes have come at such a moment: one that aims at a save may miss it. */
  int hits(Moment moment) {
    return hits.getOrDefault(moment, 0);
  }

  /** Waits until all processes get on, and lets them get to their ends as fast as they can. */
  void finish() throws IOException, InterruptedException {
    awaitCheckpoints(split.places(), rounds(split.places()));
    for (String part : split.places()) {
      Files.delete(brake(part).resolve(Brake.SLOW));
    }
    SplitRun.finish(List.copyOf(parts.values()));
  }

  @Override
  public String toString() {
    return hits + " strikes";
  }

  private void awaitStopped(String victim) throws IOException, InterruptedException {
    Path stopped = brake(victim).resolve(Brake.STOPPED);
    Files.createFile(brake(victim).resolve(Brake.STOP));
    parts.get(victim).await(() -> Files.exists(stopped));
    Files.delete(stopped);
  }

  /** Waits until some parts have later checkpoints than these. */
  private void awaitCheckpoints(List<String> some, Map<String, Long> former)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (String part : some) {
      parts.get(part).await(() -> RunProgress.round(progress(part).together()) > former.get(part));
      assertThat(System.nanoTime()).as("gets on: %s", part).isLessThan(deadline);
    }
  }

  private Map<String, Long> rounds(List<String> some) throws IOException {
    Map<String, Long> rounds = new HashMap<>();
    for (String part : some) {
      rounds.put(part, RunProgress.round(progress(part).together()));
    }
    return rounds;
  }

  private SplitRun held(String part) {
    return split.on(split.shell().with(Brake.FOLDER, brake(part).toString()));
  }

  private RunProgress progress(String part) {
    return new RunProgress(split.folder(part));
  }

  private Path brake(String part) {
    return split.shell().folder().resolve("brake-" + part);
  }
}
