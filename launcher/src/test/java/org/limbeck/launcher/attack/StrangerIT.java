package org.limbeck.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.network.Brake;
import org.limbeck.launcher.network.SharedBroker;

/**
 * A run of devices that sign, and that a stranger at their broker attacks in one way after the
 * other: it goes on after each, and in the end has the same results, bit by bit, as one that nobody
 * attacks. Processes have 128 MiB.
 */
class StrangerIT {
  private static final int ROUNDS = 120;
  private static final long ROUND_MILLIS = 300;
  private static final int SOME_ROUNDS = 2;
  private static final long FLOOD_MILLIS = 1_000;
  private static final int MEGABYTE = 1 << 20;

  /** Less than a sixteenth of the heap, and more. */
  private static final List<Integer> HUGE = List.of(7 * MEGABYTE, 9 * MEGABYTE);

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker(Brake::install);
  @TempDir private static Path place;

  private static RunBits quiet;
  private static List<PublishMessage> before;
  private static List<PublishMessage> saidBefore;
  private static FrameRecorder recorder;
  private static LockStepRun run;
  private static Stranger stranger;
  private static byte[] heard;

  private final Random random = new Random(1);

  @BeforeAll
  static void start() throws Exception {
    String keys = "--keys=" + LockStepRun.keys(place.resolve("keys"), BROKER);
    List<String> arguments =
        List.of(
            keys,
            "--set=baseline=none",
            "--set=rounds=" + ROUNDS,
            "--set=checkpointEvery=1",
            "--set=evaluateEvery=40");
    List<String> otherwise = new ArrayList<>(arguments);
    otherwise.add("--set=algorithm.regularization=1");
    int port = Stranger.port(BROKER.url());
    try (FrameRecorder first = new FrameRecorder(port, LockStepRun.NETWORK);
        LockStepRun calm = open("quiet", 0, arguments);
        LockStepRun other = open("other", 0, otherwise)) {
      quiet = calm.start().finish();
      RunBits others = other.start().finish();
      assertThat(others.results()).isNotEqualTo(quiet.results());
      before = first.frames();
      saidBefore = first.announcements();
    }
    stranger = new Stranger(BROKER.url());
    run = open("attacked", ROUND_MILLIS, arguments);
    try (FrameRecorder second = new FrameRecorder(port, LockStepRun.NETWORK)) {
      recorder = second;
      run.start().awaitRounds(SOME_ROUNDS);
    }
    heard = recorder.frames().get(0).payload();
  }

  private static LockStepRun open(String name, long roundMillis, List<String> arguments)
      throws IOException {
    return new LockStepRun(
        place.resolve(name), BROKER.distribution(), BROKER.url(), roundMillis, arguments);
  }

  @AfterAll
  static void endsAsIfNobodyHadAttacked() throws Exception {
    try (LockStepRun attacked = run) {
      RunBits end = attacked.finish();
      assertThat(end.results()).isEqualTo(quiet.results());
      assertThat(quiet.refused()).isZero();
      assertThat(end.refused()).isGreaterThan(ROUNDS);
    } finally {
      stranger.close();
    }
  }

  @Test
  void idsThatShareFourBytesOfAHash() throws Exception {
    List<String> ids = CollidingIds.find();
    long sent = stranger.sent();
    stranger.pretendToBeAlive();
    for (String id : ids) {
      stranger.announce(id, said(id), true);
    }

    assertThat(stranger.sent() - sent).isEqualTo(3);
    run.awaitRounds(SOME_ROUNDS);
  }

  @Test
  void inventedDevices() throws Exception {
    long sent = stranger.sent();
    stranger.pretendToBeAlive();
    for (int i = 0; i < 3000; i++) {
      stranger.announce("invented-" + i, said("invented-" + i), false);
    }

    assertThat(stranger.sent() - sent).isEqualTo(3001);
    run.awaitRounds(SOME_ROUNDS);
  }

  @Test
  void idsAndLinesThatAreNoNames() throws Exception {
    long reached = stranger.reached();
    stranger.pretendToBeAlive();
    String emoji = "\ud83d\ude08".repeat(16_000);
    stranger.announce(emoji, said("device-1"), true);
    String escaped = "x\\u001b[31m\\nlimbeck: all is lost\u001b[2J\r\nlimbeck: forged";
    for (String key : List.of("codec", "experiment", "state", "device", "session")) {
      stranger.announce("device-1", Stranger.altered(said("device-1"), key, "x\u001b[31m"), false);
      stranger.announce("device-2", said("device-2") + key + " = " + escaped + "\n", false);
    }

    assertThat(stranger.reached() - reached).isGreaterThanOrEqualTo(10);
    run.awaitRounds(SOME_ROUNDS);
  }

  @Test
  void processesThatAreNoNames() throws Exception {
    long reached = stranger.reached();
    for (int i = 0; i < 5000; i++) {
      stranger.announce("device-1", said("device-1"), false, "a/#/" + i);
    }

    assertThat(stranger.reached() - reached).isEqualTo(5000);
    run.awaitRounds(SOME_ROUNDS);
  }

  @Test
  void forgedEndsAndBeginnings() throws Exception {
    long reached = stranger.reached();
    stranger.pretendToBeAlive();
    int sent = 0;
    for (String device : LockStepRun.DEVICES) {
      String later = Stranger.altered(said(device), "number", "100000");
      for (String process : List.of(Stranger.PROCESS, recorder.processes().iterator().next())) {
        stranger.announce(device, Stranger.altered(later, "state", "finished"), true, process);
        stranger.announce(device, Stranger.altered(later, "rounds", "0"), true, process);
        stranger.announce(device, "", true, process);
        sent += 3;
      }
    }
    for (String process : recorder.processes()) {
      stranger.publish(new PublishMessage(Stranger.alive(process), new byte[0], true, ""));
      sent++;
    }

    assertThat(stranger.reached() - reached).isGreaterThanOrEqualTo(sent);
    run.awaitRounds(SOME_ROUNDS);
  }

  @Test
  void whatWasSaidInOtherRuns() throws Exception {
    long reached = stranger.reached();
    stranger.pretendToBeAlive();
    for (PublishMessage message : saidBefore) {
      stranger.announce(message.sender(), Stranger.text(message), true);
    }

    assertThat(saidBefore).hasSizeGreaterThan(2 * LockStepRun.DEVICES.size());
    assertThat(stranger.reached() - reached).isGreaterThanOrEqualTo(saidBefore.size());
    run.awaitRounds(SOME_ROUNDS);
  }

  /** Of the same experiment, and of one that differs in a setting. */
  @Test
  void framesOfOtherRuns() throws Exception {
    long reached = stranger.reached();
    stranger.publishAll(before);

    assertThat(before).hasSizeGreaterThanOrEqualTo(2 * ROUNDS * LockStepRun.DEVICES.size());
    assertThat(stranger.reached() - reached).isEqualTo(before.size());
    run.awaitRounds(SOME_ROUNDS);
  }

  @Test
  void smallFramesAndThenLargeOnes() throws Exception {
    long reached = stranger.reached();
    ForgedFrames forged = new ForgedFrames(heard, random);
    String topic = Stranger.to("device-2", "device-1");
    for (int i = 0; i < 15_000; i++) {
      byte[] small = i % 2 == 0 ? new byte[10] : forged.signed("device-2", ROUNDS - 1, 10);
      stranger.publish(topic, small);
    }
    byte[] large = forged.signed("device-2", ROUNDS - 1, MEGABYTE);
    for (int i = 0; i < 350; i++) {
      stranger.publish(topic, large);
    }
    assertThat(stranger.reached() - reached).isEqualTo(15_350);
    for (int i = 0; i < 350; i++) {
      stranger.fire(topic, large);
    }

    run.awaitRounds(SOME_ROUNDS);
  }

  @Test
  void largeFramesInTheNameOfANeighbour() throws Exception {
    long reached = stranger.reached();
    byte[] large = new ForgedFrames(heard, random).signed("device-2", ROUNDS - 1, MEGABYTE);
    for (int i = 0; i < 400; i++) {
      stranger.publish(Stranger.to("device-2", "device-3"), large);
      stranger.publish(Stranger.to("stranger", "device-3"), large);
    }

    assertThat(stranger.reached() - reached).isEqualTo(800);
    run.awaitRounds(SOME_ROUNDS);
  }

  @Test
  void hugeMessages() throws Exception {
    long reached = stranger.reached();
    List<String> topics =
        List.of(
            Stranger.status("device-2"),
            Stranger.to("device-2", "device-3"),
            Stranger.to("stranger", "device-1"));
    for (String topic : topics) {
      for (int bytes : HUGE) {
        stranger.publish(topic, new byte[bytes]);
      }
    }

    assertThat(stranger.reached() - reached).isEqualTo(6);
    run.awaitRounds(SOME_ROUNDS);
  }

  @Test
  void floods() throws Exception {
    List<PublishMessage> frames = recorder.frames();
    Flood flood = new Flood(stranger);
    long reached = stranger.reached();
    long sent =
        flood.run(Flood.random(frames, random), FLOOD_MILLIS)
            + flood.run(Flood.truncated(frames, random), FLOOD_MILLIS)
            + flood.run(Flood.replayed(frames, random), FLOOD_MILLIS);

    assertThat(stranger.reached() - reached).isEqualTo(sent);
    run.awaitRounds(SOME_ROUNDS);
  }

  /** Who connects with the name of a process takes its place, until it connects again. */
  @Test
  void takenClientIds() throws Exception {
    int port = Stranger.port(BROKER.url());
    for (int i = 0; i < 2; i++) {
      for (String process : recorder.processes()) {
        if (!process.equals(Stranger.PROCESS)) {
          new MqttAccount(port, process).close();
          run.awaitRounds(SOME_ROUNDS);
        }
      }
    }
  }

  private String said(String device) {
    PublishMessage own =
        recorder.announcements().stream()
            .filter(message -> message.sender().equals("device-1"))
            .findFirst()
            .orElseThrow();
    return Stranger.altered(Stranger.text(own), "device", device);
  }
}
