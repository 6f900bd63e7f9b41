package org.limbeck.transport.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What waits to be published, in order, bounded in bytes. When it is full, senders wait for a while
 * if the broker is there; if it is not, or is too slow, the oldest are dropped. Safe for use by
 * several threads.
 */
final class PublishQueue {
  private static final System.Logger LOG = System.getLogger(PublishQueue.class.getName());

  /**
   * What the client holds at a time; the broker may take less. With more than 64 that it cannot
   * hand on, the client lets whoever publishes wait, for as long as the broker is away.
   */
  private static final int UNDER_WAY = 60;

  private final Function<Mqtt5Publish, CompletableFuture<?>> publisher;
  private final BooleanSupplier connected;
  private final long capacity;
  private final Duration timeout;
  private final Deque<Letter> waiting = new ArrayDeque<>();
  private long bytes;
  private int underWay;
  private long dropped;
  private long refused;
  private boolean pumping;

  private record Letter(
      Mqtt5Publish publish, int size, Runnable posted, CompletableFuture<Void> acknowledged) {}

  /**
   * Makes an empty one.
   *
   * @param publisher hands a message to the client, whose answer comes when it is acknowledged
   * @param connected whether the broker is there
   * @param capacity bytes on the wire of what may wait or be under way
   * @param timeout how long a sender waits for space
   */
  PublishQueue(
      Function<Mqtt5Publish, CompletableFuture<?>> publisher,
      BooleanSupplier connected,
      long capacity,
      Duration timeout) {
    this.publisher = publisher;
    this.connected = connected;
    this.capacity = capacity;
    this.timeout = timeout;
  }

  /**
   * Adds a message.
   *
   * @param posted is run when the message is handed to the client
   * @return completes when the broker has the message, exceptionally when it will not get it
   */
  synchronized CompletableFuture<Void> add(Mqtt5Publish publish, int size, Runnable posted) {
    awaitSpace(size);
    while (isFull(size) && !waiting.isEmpty()) {
      drop(waiting.remove());
    }
    Letter letter = new Letter(publish, size, posted, new CompletableFuture<>());
    waiting.add(letter);
    bytes += size;
    pump();
    return letter.acknowledged;
  }

  /** Hands on what waits; to be called when the connection is there again. */
  synchronized void pump() {
    if (pumping) {
      return;
    }
    pumping = true;
    while (underWay < UNDER_WAY && !waiting.isEmpty() && connected.getAsBoolean()) {
      post(waiting.remove());
    }
    pumping = false;
  }

  private void post(Letter letter) {
    underWay++;
    letter.posted.run();
    var unused =
        publisher
            .apply(letter.publish)
            .whenComplete((answer, failure) -> answered(letter, failure));
  }

  private void answered(Letter letter, Throwable failure) {
    synchronized (this) {
      underWay--;
      bytes -= letter.size;
      if (failure != null && !FailureReason.isRefusal(failure)) {
        count(++refused, "not published: " + FailureReason.of(failure));
      }
      notifyAll();
      pump();
    }
    if (failure == null) {
      letter.acknowledged.complete(null);
    } else {
      letter.acknowledged.completeExceptionally(failure);
    }
  }

  private boolean isFull(int size) {
    return bytes + size > capacity;
  }

  private void awaitSpace(int size) {
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      while (isFull(size) && bytes > 0 && connected.getAsBoolean()) {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
          return;
        }
        wait(Math.min(millis, 100));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drop(Letter letter) {
    bytes -= letter.size;
    count(++dropped, "dropped: the broker is away, or too slow");
    letter.acknowledged.cancel(false);
  }

  /** Says so less and less often. */
  private static void count(long messages, String what) {
    if (Long.bitCount(messages) == 1) {
      LOG.log(System.Logger.Level.WARNING, "{0} messages {1}", messages, what);
    }
  }
}
