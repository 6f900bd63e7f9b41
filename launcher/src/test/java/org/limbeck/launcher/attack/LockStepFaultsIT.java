package org.limbeck.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.itests.broker.Mosquitto;
import org.limbeck.launcher.network.Brake;
import org.limbeck.launcher.network.SharedBroker;
import org.limbeck.launcher.process.Shell;

/**
 * Devices that wait for each other get over what happens to their broker and to their processes:
 * the results are the same, bit by bit. What happens takes seconds, and half a minute with {@code
 * -Dlimbeck.attacks=full}.
 */
class LockStepFaultsIT {
  private static final boolean FULL = "full".equals(System.getProperty("limbeck.attacks"));
  private static final int STRIKES = FULL ? 20 : 3;
  private static final long STOPPED_SECONDS = FULL ? 30 : 5;
  private static final long ROUND_MILLIS = 100;
  private static final int HUGE = FULL ? 200_000_000 : 20_000_000;
  private static final int INVENTED = 5_000;
  private static final int SOME_ROUNDS = 2;

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker(Brake::install);
  @TempDir private static Path place;

  private static List<String> arguments;
  private static RunBits quiet;
  private static List<PublishMessage> saidBefore;

  @TempDir private Path folder;
  private final Random random = new Random(1);

  @BeforeAll
  static void runUndisturbed() throws Exception {
    arguments =
        List.of(
            "--keys=" + LockStepRun.keys(place.resolve("keys"), BROKER),
            "--set=baseline=none",
            "--set=rounds=" + (FULL ? 600 : 60),
            "--set=checkpointEvery=1",
            "--set=evaluateEvery=20");
    try (FrameRecorder recorder =
            new FrameRecorder(Stranger.port(BROKER.url()), LockStepRun.NETWORK);
        LockStepRun run = open(place, BROKER.url(), 0)) {
      quiet = run.start().finish();
      saidBefore = recorder.announcements();
    }
  }

  private static LockStepRun open(Path folder, String broker, long roundMillis) throws IOException {
    return new LockStepRun(
        folder.resolve("run"), BROKER.distribution(), broker, roundMillis, arguments);
  }

  @Test
  void aBrokerThatIsKilledAndStartsEmpty() throws Exception {
    try (Mosquitto broker = new Mosquitto(Files.createDirectory(folder.resolve("broker")));
        LockStepRun run = open(folder, broker.url(), ROUND_MILLIS)) {
      run.start().awaitRounds(SOME_ROUNDS);
      for (int i = 0; i < STRIKES; i++) {
        broker.stop();
        Thread.sleep(random.nextInt(500));
        broker.start();
        run.awaitRounds(SOME_ROUNDS);
      }

      assertThat(run.finish().results()).isEqualTo(quiet.results());
    }
  }

  @Test
  void aProcessThatIsStopped() throws Exception {
    try (LockStepRun run = open(folder, BROKER.url(), ROUND_MILLIS)) {
      run.start().awaitRounds(SOME_ROUNDS);
      for (Shell.Running part : FULL ? run.parts() : run.parts().subList(0, 1)) {
        signal("-STOP", part);
        TimeUnit.SECONDS.sleep(STOPPED_SECONDS);
        signal("-CONT", part);
        run.awaitRounds(SOME_ROUNDS);
      }

      assertThat(run.finish().results()).isEqualTo(quiet.results());
    }
  }

  /**
   * All processes are killed, one after the other, and go on as newcomers, where a stranger has
   * left retained messages for them.
   */
  @Test
  void processesThatAreKilledAndFindRubbish() throws Exception {
    try (LockStepRun run = open(folder, BROKER.url(), ROUND_MILLIS);
        Stranger stranger = new Stranger(BROKER.url())) {
      run.start().awaitRounds(SOME_ROUNDS);
      leaveRubbish(stranger);
      for (int i = 0; i < STRIKES; i++) {
        List<Shell.Running> parts = new ArrayList<>(run.parts());
        Collections.rotate(parts, i);
        for (Shell.Running part : parts) {
          part.kill();
          Thread.sleep(random.nextInt(300));
        }
        run.resume();
        run.awaitRounds(SOME_ROUNDS);
      }

      assertThat(run.finish().results()).isEqualTo(quiet.results());
    }
  }

  /** Retained: what is larger than all that devices take, and what was said in another run. */
  private static void leaveRubbish(Stranger stranger) throws Exception {
    stranger.pretendToBeAlive();
    for (PublishMessage said : saidBefore) {
      stranger.announce(said.sender(), Stranger.text(said), true);
    }
    for (String device : LockStepRun.DEVICES) {
      for (String topic : List.of(Stranger.to("device-1", device), Stranger.all(device))) {
        stranger.publish(new PublishMessage(topic, new byte[HUGE], true, ""));
      }
    }
    for (int i = 0; i < INVENTED; i++) {
      byte[] bytes = saidBefore.get(0).payload();
      String topic = Stranger.status("invented-" + i);
      stranger.publish(new PublishMessage(topic, bytes, true, Stranger.PROCESS));
      stranger.publish(
          new PublishMessage(
              Stranger.alive(String.format("limbeck-%012x", i)), new byte[1], true, ""));
    }
    String topic = Stranger.status("device-1");
    stranger.publish(new PublishMessage(topic, new byte[HUGE], true, Stranger.PROCESS));
    assertThat(stranger.sent()).isEqualTo(1 + saidBefore.size() + 10 + 2L * INVENTED + 1);
  }

  private static void signal(String signal, Shell.Running part) throws Exception {
    String pid = Long.toString(part.process().pid());
    assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
  }
}
