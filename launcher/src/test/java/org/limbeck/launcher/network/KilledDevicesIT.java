package org.limbeck.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.network.Strikes.Moment;
import org.limbeck.launcher.process.Shell;

/**
 * Devices that do not wait for each other get over the death of any of them: {@code kill -9} of
 * processes with some devices each, which go on from their checkpoints. Two processes, three
 * strikes and one seed, or four, 20 and three with {@code -Dlimbeck.faults=full}.
 */
class KilledDevicesIT {
  private static final String EXPERIMENT = "asynchronous.yaml";
  private static final boolean FULL = "full".equals(System.getProperty("limbeck.faults"));
  private static final List<String> PLACES =
      FULL ? List.of("0-1", "2-3", "4-5", "6-7") : List.of("0-3", "4-7");
  private static final int STRIKES = FULL ? 20 : 3;
  private static final int SEEDS = FULL ? 3 : 1;
  private static final int MOST_MISSES = 5;

  /** A point for the mean of three seeds; a single run may be further away. */
  private static final double CLOSE = FULL ? 0.01 : 0.03;

  private static final double ROUNDING = 1e-4;

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker(Brake::install);

  private final ObjectMapper mapper = new ObjectMapper();

  /** What is lost are the rounds since the last checkpoints, and those that went by meanwhile. */
  @Test
  void learnAsMuchAsIfNoneHadBeenKilled(@TempDir Path folder) throws Exception {
    double loss = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      String[] arguments = arguments("--seed=" + seed);
      SplitRun struck = split(folder.resolve("struck-" + seed));
      strike(struck, seed, arguments);
      SplitRun quiet = split(folder.resolve("quiet-" + seed));
      SplitRun.finish(quiet.start(arguments));
      loss += (accuracy(quiet.join()) - accuracy(struck.join())) / SEEDS;
    }
    assertThat(loss).isLessThan(CLOSE);
  }

  /** With models that stand still, all that can move the mean are frames counted amiss. */
  @Test
  void keepTheMean(@TempDir Path folder) throws Exception {
    SplitRun split = split(folder.resolve("still"));
    strike(
        split,
        STRIKES,
        arguments(
            "--set=codec=float32",
            "--set=algorithm.stepSize=0.000001",
            "--set=algorithm.decay=1000000"));
    Estimates devices = new Estimates();
    for (String part : PLACES) {
      devices.read(split.folder(part));
    }

    Measured.note(
        String.format(
            "killed, models that stand still: the mean moved by %.2g, devices are %.2g from it",
            devices.drift(), devices.distance()));
    assertThat(devices.count()).isEqualTo(8);
    assertThat(devices.drift()).isLessThan(ROUNDING);
    assertThat(devices.distance()).isLessThan(ROUNDING);
  }

  /** Strikes at the two moments that matter most, and then at any of them. */
  private static void strike(SplitRun split, long seed, String[] arguments) throws Exception {
    Strikes strikes = new Strikes(split, seed);
    strikes.start(arguments);
    int left = STRIKES;
    for (int miss = 0; miss < MOST_MISSES && strikes.hits(Moment.WHILE_SAVING) == 0; miss++) {
      strikes.strike(Moment.WHILE_SAVING);
      left--;
    }
    if (FULL) {
      assertThat(strikes.hits(Moment.WHILE_SAVING)).isEqualTo(1);
    }
    strikes.strike(Moment.BETWEEN_SEND_AND_SAVE);
    left--;
    Moment[] moments = Moment.values();
    for (int strike = 0; strike < Math.max(1, left); strike++) {
      strikes.strike(moments[strike % moments.length]);
    }
    strikes.finish();
    Measured.note("killed, seed " + seed + ": " + strikes);
  }

  private static String[] arguments(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    if (FULL) {
      arguments.add("--set=rounds=4000");
    }
    return arguments.toArray(String[]::new);
  }

  private static SplitRun split(Path folder) throws IOException {
    Shell shell =
        new Shell(Files.createDirectory(folder), BROKER.distribution(), EXPERIMENT).quick();
    return new SplitRun(shell, BROKER.url(), EXPERIMENT, PLACES);
  }

  private double accuracy(Path run) throws IOException {
    double accuracy =
        mapper.readTree(run.resolve("summary.json").toFile()).get("meanTestAccuracy").asDouble();
    Measured.note("killed, " + run.getParent().getParent().getFileName() + ": " + accuracy);
    return accuracy;
  }
}
