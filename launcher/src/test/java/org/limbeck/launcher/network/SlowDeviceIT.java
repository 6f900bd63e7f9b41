package org.limbeck.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;

/**
 * One of eight devices takes ten times as long for a round as the others. What that means for
 * accuracy and time is measured with {@code -Dlimbeck.faults=full}.
 */
class SlowDeviceIT {
  private static final String EXPERIMENT = "asynchronous.yaml";
  private static final String SLOW = "7";
  private static final List<String> PLACES = List.of("0-2", "3-5", "6", SLOW);
  private static final String ALONG = "--set=pace=asynchronous";
  private static final String IN_STEP = "--set=pace=lock-step";
  private static final int ROUND_MILLIS = 8;
  private static final int SLOWER = 10;
  private static final int SEEDS = 3;
  private static final double A_POINT = 0.01;

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker(Brake::install);

  private final ObjectMapper mapper = new ObjectMapper();
  @TempDir private Path folder;

  /** It ends with the others, which have done all their rounds by then. */
  @Test
  void nobodyWaitsForIt() throws Exception {
    SplitRun run = run("slow", SLOWER, ALONG, "--set=rounds=400");

    for (String part : PLACES) {
      long rounds = summary(run.folder(part)).get("rounds").asLong();
      if (part.equals(SLOW)) {
        assertThat(rounds).isBetween(1L, 200L);
      } else {
        assertThat(rounds).isEqualTo(400);
      }
    }
  }

  @Test
  void costsLittle() throws Exception {
    assumeTrue("full".equals(System.getProperty("limbeck.faults")), "takes many minutes");
    double loss = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      double inStep = accuracy("in-step", 1, IN_STEP, seed);
      accuracy("along", 1, ALONG, seed);
      loss += (inStep - accuracy("along-slow", SLOWER, ALONG, seed)) / SEEDS;
    }
    accuracy("in-step-slow", SLOWER, IN_STEP, 1);
    assertThat(loss).isLessThan(A_POINT);
  }

  private double accuracy(String name, int slower, String pace, int seed) throws Exception {
    Path joined =
        run(name + "-" + seed, slower, pace, "--seed=" + seed, "--set=rounds=5000").join();
    JsonNode summary = summary(joined);
    double accuracy = summary.get("meanTestAccuracy").asDouble();
    double seconds = summary.get("timing").get("wallSeconds").asDouble();
    Measured.note("slow, " + name + ", seed " + seed + ": " + accuracy + ", " + seconds + " s");
    return accuracy;
  }

  /** Runs all parts to their ends, one of them with rounds that take so many times as long. */
  private SplitRun run(String name, int slower, String... arguments) throws Exception {
    Shell shell =
        new Shell(Files.createDirectory(folder.resolve(name)), BROKER.distribution(), EXPERIMENT)
            .quick();
    SplitRun run = new SplitRun(shell, BROKER.url(), EXPERIMENT, PLACES);
    List<Shell.Running> parts = new ArrayList<>();
    for (String part : PLACES) {
      int millis = part.equals(SLOW) ? slower * ROUND_MILLIS : ROUND_MILLIS;
      Path brake = Brake.slow(shell.folder().resolve("brake-" + part), millis);
      SplitRun held = run.on(shell.with(Brake.FOLDER, brake.toString()));
      parts.add(held.startPart(part, BROKER.url(), arguments));
    }
    SplitRun.finish(parts);
    return run;
  }

  private JsonNode summary(Path run) throws IOException {
    return mapper.readTree(run.resolve("summary.json").toFile());
  }
}
