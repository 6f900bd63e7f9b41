package org.limbeck.launcher.attack;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Many messages in little time. */
final class Flood {
  private static final int A_SECOND = 10_000;
  private static final int BURST = 50;
  private static final long BURST_NANOS = TimeUnit.SECONDS.toNanos(1) * BURST / A_SECOND;

  private final Stranger stranger;

  Flood(Stranger stranger) {
    this.stranger = stranger;
  }

  /** Publishes 10,000 messages a second, or as many as the broker takes; returns their number. */
  long run(Supplier<PublishMessage> messages, long millis)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
    long sent = 0;
    for (long next = start; next < end; next += BURST_NANOS) {
      for (int i = 0; i < BURST; i++) {
        stranger.publish(messages.get());
      }
      sent += BURST;
      long now = System.nanoTime();
      TimeUnit.NANOSECONDS.sleep(Math.max(0, next + BURST_NANOS - now));
      next = Math.max(next, now - TimeUnit.MILLISECONDS.toNanos(100));
    }
    return sent;
  }

  /** Returns frames that were heard, again and again. */
  static Supplier<PublishMessage> replayed(List<PublishMessage> heard, Random random) {
    return () -> heard.get(random.nextInt(heard.size()));
  }

  /** Returns frames that were heard, cut off somewhere. */
  static Supplier<PublishMessage> truncated(List<PublishMessage> heard, Random random) {
    return () -> {
      PublishMessage whole = heard.get(random.nextInt(heard.size()));
      byte[] part = new byte[random.nextInt(whole.payload().length)];
      System.arraycopy(whole.payload(), 0, part, 0, part.length);
      return new PublishMessage(whole.topic(), part);
    };
  }

  /** Returns bytes that mean nothing, on the topics of frames that were heard. */
  static Supplier<PublishMessage> random(List<PublishMessage> heard, Random random) {
    return () -> {
      byte[] bytes = new byte[random.nextInt(2000)];
      random.nextBytes(bytes);
      return new PublishMessage(heard.get(random.nextInt(heard.size())).topic(), bytes);
    };
  }

  /** Returns frames with wrong signatures, of rounds up to some, on the topics that were heard. */
  static Supplier<PublishMessage> forged(List<PublishMessage> heard, int rounds, Random random) {
    ForgedFrames frames = new ForgedFrames(heard.get(0).payload(), random);
    return () -> {
      String topic = heard.get(random.nextInt(heard.size())).topic();
      return new PublishMessage(
          topic, frames.signed(PublishMessage.levels(topic).get(2), random.nextInt(rounds), 1000));
    };
  }

  /** Returns announcements that were heard, with another state and a process that is not there. */
  static Supplier<PublishMessage> announced(List<PublishMessage> heard, Random random) {
    return () -> {
      PublishMessage one = heard.get(random.nextInt(heard.size()));
      byte[] bytes = one.payload().clone();
      bytes[random.nextInt(bytes.length)]++;
      return new PublishMessage(one.topic(), bytes, false, Stranger.PROCESS);
    };
  }
}
