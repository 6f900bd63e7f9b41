package org.limbeck.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.network.Brake;
import org.limbeck.launcher.network.Measured;
import org.limbeck.launcher.network.SharedBroker;

/**
 * How fast devices go on that sign and wait for each other, while there are floods of 10,000
 * messages a second, which change nothing of what they learn; and while there is one to somebody
 * else, which only takes processor time from them, as all share the machine. With {@code
 * -Dlimbeck.attacks=short} each kind lasts for a second, and with {@code full} for a minute, which
 * takes {@code -Dlimbeck.patience=1200}; the pace is added to {@code target/measured.txt}, with the
 * processor time that the processes of the devices take.
 */
@EnabledIfSystemProperty(named = "limbeck.attacks", matches = "short|full")
class FloodIT {
  private static final boolean FULL = "full".equals(System.getProperty("limbeck.attacks"));
  private static final long MILLIS = FULL ? 60_000 : 1_000;
  private static final int ROUNDS = FULL ? 60_000 : 200;
  private static final int SOME_ROUNDS = 10;

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker(Brake::install);
  @TempDir private static Path place;

  private final Random random = new Random(1);

  @Test
  void changeNothing() throws Exception {
    List<String> arguments =
        List.of(
            "--keys=" + LockStepRun.keys(place.resolve("keys"), BROKER),
            "--set=baseline=none",
            "--set=rounds=" + ROUNDS,
            "--set=checkpointEvery=2",
            "--set=evaluateEvery=" + ROUNDS / 2);
    RunBits quiet;
    try (LockStepRun run = open("quiet", arguments)) {
      quiet = run.start().finish();
    }
    try (Stranger stranger = new Stranger(BROKER.url());
        LockStepRun run = open("flooded", arguments)) {
      Map<String, Supplier<PublishMessage>> kinds = kinds(run);
      note("quiet", run, () -> TimeUnit.MILLISECONDS.sleep(MILLIS));
      note("elsewhere", run, () -> new Flood(stranger).run(elsewhere(kinds), MILLIS));
      for (Map.Entry<String, Supplier<PublishMessage>> kind : kinds.entrySet()) {
        note(kind.getKey(), run, () -> flood(stranger, kind.getValue()));
      }

      assertThat(run.finish().results()).isEqualTo(quiet.results());
    }
  }

  /** Starts a run, and returns floods of what somebody can make of what is heard of it. */
  private Map<String, Supplier<PublishMessage>> kinds(LockStepRun run) throws Exception {
    FrameRecorder recorder = new FrameRecorder(Stranger.port(BROKER.url()), LockStepRun.NETWORK);
    try (recorder) {
      run.start().awaitRounds(SOME_ROUNDS);
    }
    List<PublishMessage> heard = recorder.frames();
    Map<String, Supplier<PublishMessage>> kinds = new LinkedHashMap<>();
    kinds.put("random", Flood.random(heard, random));
    kinds.put("truncated", Flood.truncated(heard, random));
    kinds.put("replayed", Flood.replayed(heard, random));
    kinds.put("forged", Flood.forged(heard, 2 * ROUNDS, random));
    kinds.put("announced", Flood.announced(recorder.announcements(), random));
    return kinds;
  }

  /** Returns what takes the time of the broker and of the attacker, but of no device. */
  private static Supplier<PublishMessage> elsewhere(Map<String, Supplier<PublishMessage>> kinds) {
    return () -> new PublishMessage("elsewhere", kinds.get("random").get().payload());
  }

  private static void flood(Stranger stranger, Supplier<PublishMessage> messages) throws Exception {
    long reached = stranger.reached();
    long sent = new Flood(stranger).run(messages, MILLIS);
    assertThat(stranger.reached() - reached).isEqualTo(sent);
    Measured.note("flood: " + sent + " messages");
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void note(String what, LockStepRun run, Work work) throws Exception {
    long before = run.round();
    double cpu = processorSeconds(run);
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    Measured.note(
        String.format(
            "flood, %s: %.1f rounds/s, %.2f s of a processor each second",
            what, (run.round() - before) / seconds, (processorSeconds(run) - cpu) / seconds));
  }

  /** Returns the processor time that the devices' processes have taken. */
  private static double processorSeconds(LockStepRun run) {
    return run.parts().stream()
        .map(part -> part.process().info().totalCpuDuration().orElseThrow())
        .mapToDouble(time -> time.toNanos() / 1e9)
        .sum();
  }

  private static LockStepRun open(String name, List<String> arguments) throws Exception {
    return new LockStepRun(place.resolve(name), BROKER.distribution(), BROKER.url(), 0, arguments);
  }
}
