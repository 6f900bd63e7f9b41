package org.limbeck.exchange.startup;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.limbeck.exchange.discovery.PeerAnnouncements;
import org.limbeck.exchange.discovery.PeerSession;
import org.limbeck.exchange.endpoint.Endpoint;

/**
 * Whether devices of this process run in another process too.
 *
 * @param endpoints those of the devices
 */
record NamesakeCheck(Collection<Endpoint> endpoints) {

  /**
   * Waits until none does: one that was killed may be taken for alive for a while. All others know
   * the sessions of this process then, so that it does no harm if somebody says again what a device
   * has said in an earlier one.
   *
   * @throws StartException if one does, with a later session
   */
  void requireAlone(Duration timeout) throws InterruptedException {
    for (Endpoint endpoint : endpoints) {
      PeerAnnouncements heard = announcements(endpoint);
      if (!heard.await(() -> !isSucceeded(endpoint), timeout)) {
        throw runsTwice(endpoint);
      }
    }
  }

  /**
   * Checks that none does, whenever it has begun.
   *
   * @throws StartException if one does
   */
  void requireUnheard() {
    for (Endpoint endpoint : endpoints) {
      if (isHeard(endpoint)) {
        throw runsTwice(endpoint);
      }
    }
  }

  private static boolean isSucceeded(Endpoint own) {
    String device = own.announcer().device();
    PeerSession heard = announcements(own).sessions(List.of(device)).get(device);
    return isHeard(own) && heard.compareTo(own.announcer().session()) >= 0;
  }

  private static boolean isHeard(Endpoint own) {
    return announcements(own).of(own.announcer().device()).isPresent();
  }

  private static PeerAnnouncements announcements(Endpoint endpoint) {
    return endpoint.inbox().announcements();
  }

  private static StartException runsTwice(Endpoint endpoint) {
    return new StartException(
        endpoint.announcer().device()
            + " runs in another process too: every device is in one part; or name another"
            + " network");
  }
}
