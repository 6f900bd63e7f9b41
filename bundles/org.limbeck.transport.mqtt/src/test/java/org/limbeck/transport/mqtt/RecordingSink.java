package org.limbeck.transport.mqtt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.limbeck.api.transport.FrameSink;

/** Keeps what arrives, as text, and waits for it. */
final class RecordingSink implements FrameSink {
  private static final long TIMEOUT_SECONDS = 30;

  private final List<String> frames = new ArrayList<>();
  private final Map<String, String> announcements = new LinkedHashMap<>();
  private final List<String> history = new ArrayList<>();

  static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }

  @Override
  public synchronized void frame(ByteBuffer frame) {
    frames.add(text(frame));
    notifyAll();
  }

  @Override
  public synchronized void announcement(String device, ByteBuffer announcement) {
    announcements.put(device, text(announcement));
    history.add(device + ": " + text(announcement));
    notifyAll();
  }

  synchronized List<String> frames() {
    return List.copyOf(frames);
  }

  /** Returns what each device announced last; empty where it has taken that back, or is lost. */
  synchronized Map<String, String> announcements() {
    return new LinkedHashMap<>(announcements);
  }

  synchronized void awaitFrame(String frame) throws InterruptedException {
    await("frame " + frame, () -> frames.contains(frame));
  }

  synchronized void awaitAnnouncement(String device, String announcement)
      throws InterruptedException {
    await(
        device + " to announce '" + announcement + "'",
        () -> announcement.equals(announcements.get(device)));
  }

  /** Waits until all that was announced, in this order, is {@code expected}. */
  synchronized void awaitHistory(String... expected) throws InterruptedException {
    await(List.of(expected) + " in turn", () -> history.equals(List.of(expected)));
  }

  private void await(String what, BooleanSupplier happened) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (!happened.getAsBoolean()) {
      long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (millis <= 0) {
        throw new AssertionError(
            "waited in vain for " + what + "; there are " + frames + " and " + announcements);
      }
      wait(millis);
    }
  }
}
