package org.limbeck.exchange.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.exchange.discovery.Announcer;
import org.limbeck.exchange.discovery.PeerAnnouncements;
import org.limbeck.exchange.discovery.PeerSession;
import org.limbeck.exchange.discovery.Quarantine;
import org.limbeck.exchange.security.KeyRing;

/**
 * A device's place on a transport.
 *
 * @param transport the transport
 * @param inbox where its frames arrive
 * @param link its end of the network
 * @param announcer tells others of the device
 * @param quarantine whom the device leaves out
 * @param log tells what is refused
 * @param waiting how much of its neighbours may wait
 */
public record Endpoint(
    Transport transport,
    FrameInbox inbox,
    Link link,
    Announcer announcer,
    Quarantine quarantine,
    RefusalLog log,
    WaitingShare waiting)
    implements AutoCloseable {

  /**
   * Opens the link of a device that has to do with anybody; where there are keys, with anybody who
   * has one.
   *
   * @param keys what announcements are signed and checked with; empty if they are not
   * @param log is the same for all devices of a process
   * @param memory is the same for all devices of a process
   */
  public static Endpoint open(
      Transport transport,
      String device,
      Optional<KeyRing> keys,
      RefusalLog log,
      WaitingMemory memory) {
    return open(
        transport,
        device,
        keys,
        log,
        memory,
        sink ->
            keys.map(ring -> transport.open(device, sink, ring.keys().keySet()))
                .orElseGet(() -> transport.open(device, sink)));
  }

  /** Opens the link of a device that is the only one of its process. */
  public static Endpoint open(
      Transport transport, String device, Optional<KeyRing> keys, RefusalLog log) {
    return open(transport, device, keys, log, new WaitingMemory());
  }

  /** Opens the link of a device that needs to know of some others only. */
  public static Endpoint open(
      Transport transport,
      String device,
      Optional<KeyRing> keys,
      RefusalLog log,
      WaitingMemory memory,
      Set<String> others) {
    return open(transport, device, keys, log, memory, sink -> transport.open(device, sink, others));
  }

  /** What comes from other processes may be of anybody. */
  private static Endpoint open(
      Transport transport,
      String device,
      Optional<KeyRing> keys,
      RefusalLog log,
      WaitingMemory memory,
      Function<FrameSink, Link> opening) {
    Optional<KeyRing> ring = transport.isImmediate() ? Optional.empty() : keys;
    String network = transport.network().orElse("");
    FrameInbox inbox = new FrameInbox(new PeerAnnouncements(network, ring));
    WaitingShare waiting = memory.join();
    Link link = link(transport, device, inbox, ring, log, waiting, opening);
    PeerSession session = PeerSession.begin(System.currentTimeMillis());
    return new Endpoint(
        transport,
        inbox,
        link,
        new Announcer(link, network, device, session, ring.map(all -> all.signer(device))),
        new Quarantine(System::nanoTime),
        log,
        waiting);
  }

  private static Link link(
      Transport transport,
      String device,
      FrameInbox inbox,
      Optional<KeyRing> keys,
      RefusalLog log,
      WaitingShare waiting,
      Function<FrameSink, Link> opening) {
    if (transport.isImmediate()) {
      return opening.apply(inbox);
    }
    FrameGate gate = new FrameGate(device, inbox, waiting, keys, log, System::nanoTime);
    return new GatedLink(opening.apply(gate), gate, waiting);
  }

  /** Lets the device hear some others, and nobody else; returns this place. */
  public Endpoint follow(List<String> others) {
    link.follow(others);
    return this;
  }

  /** Returns whether frames have arrived when they have been sent. */
  public boolean isImmediate() {
    return transport.isImmediate();
  }

  @Override
  public void close() {
    link.close();
  }
}
