package org.limbeck.exchange.discovery;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.limbeck.exchange.security.KeyRing;

/** Announcements as they arrive, each of a session that is later than those before. */
public final class SpokenAnnouncement {
  private static final AtomicLong CLOCK = new AtomicLong(1);

  private SpokenAnnouncement() {}

  /** Returns what a device announces that has no key, in a network without a name. */
  public static ByteBuffer of(String device, Announcement announcement) {
    return of("", device, nextSession(), 0, announcement, Optional.empty());
  }

  /** Returns the same in a session that begins after all others. */
  public static ByteBuffer last(String device, Announcement announcement) {
    PeerSession session = PeerSession.begin(Long.MAX_VALUE);
    return of("", device, session, 0, announcement, Optional.empty());
  }

  /** Returns what a device announces. */
  public static ByteBuffer of(
      String network,
      String device,
      PeerSession session,
      long number,
      Announcement announcement,
      Optional<KeyRing> keys) {
    return AnnouncementFormat.write(
        new SentAnnouncement(network, device, session, number, announcement),
        keys.map(ring -> ring.signer(device)));
  }

  /** Returns a session that is later than those before. */
  public static PeerSession nextSession() {
    return PeerSession.begin(CLOCK.getAndIncrement());
  }
}
