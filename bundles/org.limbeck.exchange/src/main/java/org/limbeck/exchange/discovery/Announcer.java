package org.limbeck.exchange.discovery;

import java.util.Optional;
import org.limbeck.api.transport.Link;
import org.limbeck.exchange.security.FrameSigner;

/** Announces a device, numbered and signed. Used by one thread at a time. */
public final class Announcer {
  private final Link link;
  private final String network;
  private final String device;
  private final PeerSession session;
  private final Optional<FrameSigner> signer;
  private long number;

  /**
   * Begins a session.
   *
   * @param link tells all others
   * @param network the name of the network
   * @param signer signs for the device; empty if there are no keys
   */
  public Announcer(
      Link link, String network, String device, PeerSession session, Optional<FrameSigner> signer) {
    this.link = link;
    this.network = network;
    this.device = device;
    this.session = session;
    this.signer = signer;
  }

  /** Returns the session. */
  public PeerSession session() {
    return session;
  }

  /** Returns the id of the device. */
  public String device() {
    return device;
  }

  /** Tells all others something, in the place of what was told before. */
  public void announce(Announcement announcement) {
    link.announce(
        AnnouncementFormat.write(
            new SentAnnouncement(network, device, session, number++, announcement), signer));
  }
}
