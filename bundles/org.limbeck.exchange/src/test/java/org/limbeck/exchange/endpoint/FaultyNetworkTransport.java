package org.limbeck.exchange.endpoint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.limbeck.api.transport.ForwardingLink;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.exchange.random.RandomStreams;

/**
 * An in-process network that delays, drops, duplicates and reorders frames. Time passes by {@link
 * #tick} only. What happens to a frame depends on the seed, the sender, the receiver and how many
 * frames went from one to the other before; neither threads nor clocks have a part in it. Safe for
 * use by several threads at once.
 */
public final class FaultyNetworkTransport implements Transport {
  private final InProcessTransport network = new InProcessTransport();
  private final NetworkFaults faults;
  private final RandomStreams streams;
  private final List<Delivery> underWay = new ArrayList<>();
  private long now;

  /** Makes a network with the faults that a seed draws. */
  public FaultyNetworkTransport(NetworkFaults faults, long seed) {
    this.faults = faults;
    this.streams = new RandomStreams(seed);
  }

  @Override
  public Link open(String device, FrameSink sink) {
    return new FaultyLink(device, network.open(device, sink));
  }

  /** Delivers what is due, and moves on by one tick. */
  public void tick() {
    for (Delivery delivery : due()) {
      delivery.link.send(List.of(delivery.receiver), delivery.frame);
    }
  }

  private synchronized List<Delivery> due() {
    List<Delivery> due = underWay.stream().filter(d -> d.arrival <= now).sorted(ORDER).toList();
    underWay.removeIf(d -> d.arrival <= now);
    now++;
    return due;
  }

  private synchronized void dispatch(Delivery delivery, int delay) {
    underWay.add(delivery.arrivingAt(now + delay));
  }

  /**
   * The order does not depend on the threads that sent; {@code position} reorders within a pair.
   */
  private static final Comparator<Delivery> ORDER =
      Comparator.comparingLong(Delivery::arrival)
          .thenComparing(Delivery::receiver)
          .thenComparing(Delivery::sender)
          .thenComparingLong(Delivery::position);

  private record Delivery(
      Link link, String sender, String receiver, long position, long arrival, ByteBuffer frame) {

    Delivery arrivingAt(long tick) {
      return new Delivery(link, sender, receiver, position, tick, frame);
    }
  }

  /** PeerAnnouncements are not subject to faults. */
  private final class FaultyLink extends ForwardingLink {
    private final String device;
    private final Link link;
    private final Map<String, Long> sent = new HashMap<>();

    FaultyLink(String device, Link link) {
      super(link);
      this.device = device;
      this.link = link;
    }

    @Override
    public void send(Collection<String> to, ByteBuffer frame) {
      ByteBuffer copy = ByteBuffer.allocate(frame.remaining());
      copy.put(0, frame, frame.position(), frame.remaining());
      for (String receiver : to) {
        long count = sent.merge(receiver, 1L, Long::sum) - 1;
        send(receiver, count, copy, streams.of(device + ">" + receiver, "network", count));
      }
    }

    private void send(String receiver, long count, ByteBuffer frame, RandomGenerator random) {
      boolean dropped = random.nextDouble() < faults.drop();
      int copies = random.nextDouble() < faults.duplicate() ? 2 : 1;
      long overtaken = random.nextDouble() < faults.reorder() ? 3 : 0;
      for (int copy = 0; copy < copies; copy++) {
        int delay = random.nextInt(faults.maxDelay() + 1);
        if (!dropped) {
          dispatch(
              new Delivery(link, device, receiver, 2 * count + overtaken, 0, frame.duplicate()),
              delay);
        }
      }
    }
  }
}
