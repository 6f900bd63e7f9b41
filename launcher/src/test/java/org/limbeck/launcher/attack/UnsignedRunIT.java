package org.limbeck.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.network.Brake;
import org.limbeck.launcher.network.SharedBroker;

/**
 * Without keys, too, nobody ends a run in step: frames with wrong sequence numbers, of senders that
 * there are not, and in great numbers change nothing of it, bit by bit. Who speaks in a device's
 * name at the right time is believed, and so is left out here.
 */
class UnsignedRunIT {
  private static final int ROUNDS = 200;
  private static final int SOME_ROUNDS = 10;
  private static final long FLOOD_MILLIS = 500;

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker(Brake::install);
  @TempDir private static Path place;

  private final Random random = new Random(1);

  @Test
  void isNotEndedByStrangers() throws Exception {
    RunBits quiet;
    try (LockStepRun run = open("quiet", 0)) {
      quiet = run.start().finish();
    }
    FrameRecorder recorder = new FrameRecorder(Stranger.port(BROKER.url()), LockStepRun.NETWORK);
    try (Stranger stranger = new Stranger(BROKER.url());
        LockStepRun run = open("attacked", 20)) {
      try (recorder) {
        run.start().awaitRounds(SOME_ROUNDS);
      }
      List<PublishMessage> heard = recorder.frames();
      long reached = stranger.reached();
      stranger.publishAll(wrongSequences(heard));
      stranger.publishAll(inventedSenders(heard));
      long sent = 2L * heard.size();
      run.awaitRounds(SOME_ROUNDS);
      sent += new Flood(stranger).run(Flood.random(heard, random), FLOOD_MILLIS);
      sent += new Flood(stranger).run(Flood.truncated(heard, random), FLOOD_MILLIS);
      sent += new Flood(stranger).run(Flood.replayed(heard, random), FLOOD_MILLIS);
      assertThat(stranger.reached() - reached).isEqualTo(sent);
      run.awaitRounds(SOME_ROUNDS);

      RunBits attacked = run.finish();
      assertThat(attacked.results()).isEqualTo(quiet.results());
      assertThat(attacked.refused()).isGreaterThan(heard.size());
    }
  }

  /** Of rounds that are over, of the present one, and of all that are still to come. */
  private static List<PublishMessage> wrongSequences(List<PublishMessage> heard) {
    List<PublishMessage> wrong = new ArrayList<>();
    for (int i = 0; i < heard.size(); i++) {
      PublishMessage frame = heard.get(i);
      int round = i % 3 == 0 ? ForgedFrames.round(frame.payload()) : i * ROUNDS / heard.size();
      byte[] late = ForgedFrames.at(frame.payload(), round, ROUNDS + 1 + i);
      wrong.add(new PublishMessage(frame.topic(), late));
    }
    return wrong;
  }

  private static List<PublishMessage> inventedSenders(List<PublishMessage> heard) {
    List<PublishMessage> invented = new ArrayList<>();
    for (int i = 0; i < heard.size(); i++) {
      String sender = "invented-" + i;
      byte[] frame =
          new ForgedFrames(heard.get(i).payload(), new Random(i)).unsigned(sender, ROUNDS / 2, 100);
      invented.add(new PublishMessage(Stranger.to(sender, "device-1"), frame));
    }
    return invented;
  }

  private static LockStepRun open(String name, long roundMillis) throws Exception {
    return new LockStepRun(
        place.resolve(name),
        BROKER.distribution(),
        BROKER.url(),
        roundMillis,
        List.of(
            "--set=baseline=none",
            "--set=rounds=" + ROUNDS,
            "--set=checkpointEvery=2",
            "--set=evaluateEvery=50"));
  }
}
