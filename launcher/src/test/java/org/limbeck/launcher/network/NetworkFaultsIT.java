package org.limbeck.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.itests.faults.FaultyTransport;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.PluginFolder;
import org.limbeck.launcher.process.Shell;

/**
 * Devices that do not wait for each other get over what a network can do to them: a broker that
 * goes away, a line that is cut, frames that get lost. With {@code -Dlimbeck.faults=short} all of
 * it for a few seconds, and learning with one fault and one seed; with {@code full} for half a
 * minute or a whole one, and learning with three faults and three seeds; without either, the two
 * that differ most. What is measured is added to {@code target/measured.txt}.
 */
class NetworkFaultsIT {
  private static final String WANTED = System.getProperty("limbeck.faults", "some");
  private static final boolean FULL = WANTED.equals("full");
  private static final List<String> PARTS = List.of("0-1", "2-3", "4-5", "6-7");
  private static final List<String> TWO_PARTS = List.of("0-3", "4-7");
  private static final String RESTLESS = "restless.yaml";
  private static final String LEARNING = "learning.yaml";
  private static final String MORE_ROUNDS = "--set=rounds=6000";
  private static final String ROUNDS = "--set=rounds=3000";
  private static final String STILL = "still";
  private static final List<Fault> LEARNT_WITH =
      FULL
          ? List.of(Fault.BROKER_FORGETS, Fault.HALVES, Fault.FRAMES)
          : List.of(Fault.BROKER_FORGETS);
  private static final double SHARE = 0.2;
  private static final double ROUNDING = 1e-4;

  /** A point for the mean of three seeds; a single run may be further away. */
  private static final Offset<Double> CLOSE = Offset.offset(FULL ? 0.01 : 0.03);

  @TempDir private static Path place;
  private static Path distribution;

  @TempDir private Path folder;
  private final ObjectMapper mapper = new ObjectMapper();

  /** What can happen. */
  enum Fault {
    BROKER_FORGETS(5, 30),
    BROKER_REMEMBERS(5, 30),
    HALVES(8, 60),
    HALF_WITHOUT_BROKER(8, 60),
    FRAMES(5, 30);

    private final long seconds;

    Fault(long seconds, long all) {
      this.seconds = FULL ? all : seconds;
    }

    /** Makes a network that it can happen to. */
    Scene open(Path folder) throws Exception {
      Files.createDirectories(folder);
      return switch (this) {
        case BROKER_FORGETS -> OneBroker.forgetful(folder);
        case BROKER_REMEMBERS -> OneBroker.mindful(folder);
        case HALVES -> Halves.withABrokerEach(folder);
        case HALF_WITHOUT_BROKER -> Halves.withOneBroker(folder);
        case FRAMES -> OneBroker.throughFaults(folder, SHARE);
      };
    }
  }

  @BeforeAll
  static void makeDistribution() throws IOException {
    distribution = DistributionCopy.small(place.resolve("limbeck"));
    Brake.install(distribution);
    PluginFolder.of(distribution)
        .put("faults.jar", jar -> Files.copy(PluginFolder.jarOf(FaultyTransport.class), jar));
  }

  static List<Fault> faults() {
    return WANTED.equals("some")
        ? List.of(Fault.BROKER_FORGETS, Fault.HALVES)
        : List.of(Fault.values());
  }

  /** Models change all the time, and then no more: all should come to know their mean. */
  @ParameterizedTest
  @MethodSource("faults")
  void theSumIsRightAgain(Fault fault) throws Exception {
    try (Scene scene = fault.open(folder.resolve("network"))) {
      SplitRun split = split(RESTLESS, PARTS);
      DisturbedRun run = new DisturbedRun(split, scene);
      run.start(List.of(FULL ? MORE_ROUNDS : ROUNDS));
      run.disturb(fault.seconds);
      Map<String, Long> healed = run.rounds();
      Files.createFile(split.shell().folder().resolve(STILL));
      run.awaitAgreement(ROUNDING);
      Map<String, Long> agreed = run.rounds();
      run.hurry();

      Estimates estimates = run.estimates();
      Measured.note(
          String.format(
              "%s, %d s: healed at rounds %s, agreed at %s; in the end drift %.1e, distance %.1e",
              fault, fault.seconds, healed, agreed, estimates.drift(), estimates.distance()));
      assertThat(estimates.count()).isEqualTo(8);
      assertThat(estimates.drift()).isLessThan(ROUNDING);
      assertThat(estimates.distance()).isLessThan(ROUNDING);
      assertThat(split.join()).isDirectoryContaining("glob:**report.html");
    }
  }

  /** One value of one frame of each device is another, and the sum is never right again. */
  @Test
  void aForgedFrameIsSeen() throws Exception {
    try (Scene scene = OneBroker.throughAForger(Files.createDirectory(folder.resolve("network")))) {
      SplitRun split = split(RESTLESS, TWO_PARTS);
      DisturbedRun run = new DisturbedRun(split, scene);
      run.start(List.of("--set=rounds=500"));
      Files.createFile(split.shell().folder().resolve(STILL));
      run.hurry();

      assertThat(run.estimates().drift()).isGreaterThan(ROUNDING);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "limbeck.faults", matches = "short|full")
  void devicesLearnAsMuchAsOnAQuietNetwork() throws Exception {
    int seeds = FULL ? 3 : 1;
    double quiet = 0;
    Map<Fault, Double> disturbed = new EnumMap<>(Fault.class);
    for (int seed = 1; seed <= seeds; seed++) {
      quiet += quietAccuracy(seed) / seeds;
      for (Fault fault : LEARNT_WITH) {
        disturbed.merge(fault, accuracy(fault, seed) / seeds, Double::sum);
      }
    }
    for (Map.Entry<Fault, Double> mean : disturbed.entrySet()) {
      Measured.note("learning, " + mean + ", quiet " + quiet);
      assertThat(mean.getValue()).as("%s", mean.getKey()).isCloseTo(quiet, CLOSE);
    }
  }

  private double quietAccuracy(int seed) throws Exception {
    try (Scene scene = OneBroker.steady(Files.createDirectory(folder.resolve("steady-" + seed)))) {
      return accuracy(scene, "quiet-" + seed, 0, seed);
    }
  }

  private double accuracy(Fault fault, int seed) throws Exception {
    String name = fault + "-" + seed;
    try (Scene scene = fault.open(folder.resolve("network-" + name))) {
      return accuracy(scene, name, fault.seconds, seed);
    }
  }

  private double accuracy(Scene scene, String name, long seconds, int seed) throws Exception {
    Shell shell =
        new Shell(Files.createDirectory(folder.resolve(name)), distribution, LEARNING).quick();
    SplitRun split = new SplitRun(shell, "", LEARNING, PARTS);
    DisturbedRun run = new DisturbedRun(split, scene);
    run.start(FULL ? List.of("--seed=" + seed, MORE_ROUNDS) : List.of("--seed=" + seed));
    if (seconds > 0) {
      run.disturb(seconds);
    }
    run.finish();
    double accuracy =
        mapper
            .readTree(split.join().resolve("summary.json").toFile())
            .get("meanTestAccuracy")
            .asDouble();
    Measured.note("learning, " + name + ": " + accuracy);
    return accuracy;
  }

  private SplitRun split(String experiment, List<String> parts) throws IOException {
    Shell shell = new Shell(folder, distribution, experiment).quick();
    return new SplitRun(shell, "", experiment, parts);
  }
}
