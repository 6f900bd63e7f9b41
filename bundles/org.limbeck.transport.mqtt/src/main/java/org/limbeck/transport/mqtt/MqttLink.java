package org.limbeck.transport.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.limbeck.api.transport.ForwardingFrameSink;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;

/** A device's end, by the connection of its process. */
final class MqttLink extends ForwardingFrameSink implements Link {
  private static final System.Logger LOG = System.getLogger(MqttLink.class.getName());
  private static final byte[] NOTHING = {};
  private static final int MOST_ECHOES = 64;
  private static final long REPAIR_INTERVAL = TimeUnit.SECONDS.toNanos(1);

  private final MqttNode node;
  private final BrokerTerms terms;
  private final String device;
  private final boolean broadcast;
  private final AtomicLong wireBytes = new AtomicLong();
  private volatile Optional<Mqtt5Publish> announced = Optional.empty();

  /** What was announced, and has not come back from the broker yet. */
  private final Deque<byte[]> underWay = new ArrayDeque<>();

  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  /** When the device announced again what others had written over, or will do so. */
  private long lastRepair = System.nanoTime() - REPAIR_INTERVAL;

  private boolean closed;

  MqttLink(MqttNode node, BrokerTerms terms, String device, FrameSink sink, boolean broadcast) {
    super(sink);
    this.node = node;
    this.terms = terms;
    this.device = device;
    this.broadcast = broadcast;
  }

  String device() {
    return device;
  }

  /**
   * Returns in how many nanoseconds the device is to announce again what it has announced, as
   * others have said something else in its name; nothing if it is about to. It does so once a
   * second at most, and after the last of what others say.
   *
   * @param now the clock, as {@link System#nanoTime} has it
   */
  OptionalLong overwritten(byte[] said, long now) {
    boolean isOwn =
        announced.map(status -> Arrays.equals(status.getPayloadAsBytes(), said)).orElse(true);
    if (isEcho(said) || isOwn || lastRepair - now > 0) {
      return OptionalLong.empty();
    }
    long wait = Math.max(0, lastRepair + REPAIR_INTERVAL - now);
    lastRepair = now + wait;
    return OptionalLong.of(wait);
  }

  /** An announcement comes back after the next one was made, where the broker is slow. */
  private boolean isEcho(byte[] said) {
    synchronized (underWay) {
      return underWay.removeIf(own -> Arrays.equals(own, said));
    }
  }

  /** What is to be announced again to a broker that may have forgotten it. */
  Optional<Mqtt5Publish> announced() {
    return announced;
  }

  @Override
  public void send(Collection<String> to, ByteBuffer frame) {
    List<String> others = to.stream().filter(receiver -> !receiver.equals(device)).toList();
    byte[] bytes = PublishFactory.bytes(frame);
    if (broadcast && others.size() > 1) {
      publish(node.messages().toAll(device, bytes));
    } else {
      others.forEach(receiver -> publish(node.messages().toOne(device, receiver, bytes)));
    }
  }

  @Override
  public void follow(Collection<String> devices) {
    node.follow(this, devices.stream().filter(other -> !other.equals(device)).toList());
  }

  @Override
  public void hearOf(Set<String> others) {
    node.hearOf(this, others);
  }

  @Override
  public void announce(ByteBuffer announcement) {
    Mqtt5Publish status = node.messages().status(device, PublishFactory.bytes(announcement));
    synchronized (underWay) {
      underWay.add(status.getPayloadAsBytes());
      if (underWay.size() > MOST_ECHOES) {
        underWay.remove();
      }
    }
    announced = Optional.of(status);
    publish(status);
  }

  private void publish(Mqtt5Publish publish) {
    terms.requireCarried(device, PublishSize.of(publish));
    post(publish);
  }

  private void post(Mqtt5Publish publish) {
    int size = PublishSize.of(publish);
    last = node.publish(publish, () -> wireBytes.addAndGet(size));
  }

  @Override
  public long wireBytes() {
    return wireBytes.get();
  }

  void deliver(String sender, ByteBuffer frame) {
    if (!sender.equals(device)) {
      frame(sender, frame.slice());
    }
  }

  @Override
  public synchronized void frame(String sender, ByteBuffer frame) {
    if (!closed) {
      super.frame(sender, frame);
    }
  }

  @Override
  public synchronized void announcement(String other, ByteBuffer announcement) {
    if (!closed) {
      super.announcement(other, announcement);
    }
  }

  /** Brokers acknowledge in order: when they have the last message, they have all before it. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    announced = Optional.empty();
    post(node.messages().status(device, NOTHING));
    node.leave(this);
    if (!node.awaitFarewell(last)) {
      LOG.log(System.Logger.Level.WARNING, "the broker may lack the last frames of {0}", device);
    }
  }
}
