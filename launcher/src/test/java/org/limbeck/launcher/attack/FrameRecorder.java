package org.limbeck.launcher.attack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Hears all that is said in a network, as everybody can who has an account at the broker. Closed,
 * it still knows what it has heard.
 */
final class FrameRecorder implements AutoCloseable {
  private static final int LEAST_FRAME = 45;
  private static final long POLL_MILLIS = 10;

  private final MqttAccount account;
  private final List<PublishMessage> frames = new ArrayList<>();
  private final List<PublishMessage> announcements = new ArrayList<>();
  private final Set<String> processes = new TreeSet<>();

  FrameRecorder(int port, String network) throws IOException, InterruptedException {
    account = new MqttAccount(port, "recorder", this::take);
    account.subscribe("limbeck/" + network + "/#");
  }

  private synchronized void take(PublishMessage message) {
    List<String> levels = PublishMessage.levels(message.topic());
    switch (levels.get(levels.size() - 1)) {
      case "status" -> add(announcements, message, 1);
      case "alive" -> processes.add(message.sender());
      default -> add(frames, message, LEAST_FRAME);
    }
  }

  private static void add(List<PublishMessage> all, PublishMessage message, int least) {
    if (message.payload().length >= least) {
      all.add(message);
    }
  }

  /** Returns the frames that have been heard, in their order. */
  synchronized List<PublishMessage> frames() {
    return List.copyOf(frames);
  }

  /** Waits for a frame of a kind, and returns the first. */
  PublishMessage await(Predicate<PublishMessage> kind) throws InterruptedException {
    while (true) {
      var found = frames().stream().filter(kind).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Returns the announcements that have been heard, in their order. */
  synchronized List<PublishMessage> announcements() {
    return List.copyOf(announcements);
  }

  /** Returns the processes that have given signs of life, which are their names at the broker. */
  synchronized Set<String> processes() {
    return Set.copyOf(processes);
  }

  @Override
  public void close() throws IOException {
    account.close();
  }
}
