package org.limbeck.exchange.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.limbeck.api.event.NeighbourChanged.State;
import org.limbeck.api.transport.Link;

/**
 * The devices in other processes that a device on its own has to do with: those that are there, and
 * those that were there a moment ago. Who says that it has finished has gone at once; who vanishes
 * may come back, and is not forgotten before some time has passed. Used by one thread.
 */
public final class PeerDirectory {
  private static final String NAMESAKE =
      "another process runs a device of this name, or did until a moment ago: each needs a name of"
          + " its own";

  private final String self;
  private final PeerAnnouncements announcements;
  private final Link link;
  private final Announcer announcer;
  private final Quarantine quarantine;
  private final Duration grace;
  private final LongSupplier nanoTime;
  private final Map<String, Long> lastSeen = new HashMap<>();
  private final Map<String, PeerStatus> peerStatuses = new HashMap<>();
  private final List<PeerStatus> news = new ArrayList<>();
  private final Announcement announcement;
  private Announcement announced;
  private Set<String> heardOf = Set.of();

  /**
   * Makes the directory of a device.
   *
   * @param announcements what others announce
   * @param link lets the device hear others
   * @param announcer announces the device
   * @param quarantine whom it leaves out
   * @param announcement what it says of itself
   * @param grace how long one that has vanished is waited for
   * @param nanoTime the clock, as {@link System#nanoTime} has it
   */
  public PeerDirectory(
      PeerAnnouncements announcements,
      Link link,
      Announcer announcer,
      Quarantine quarantine,
      Announcement announcement,
      Duration grace,
      LongSupplier nanoTime) {
    this.self = announcer.device();
    this.announcements = announcements;
    this.link = link;
    this.announcer = announcer;
    this.quarantine = quarantine;
    this.announcement = announcement;
    this.grace = grace;
    this.nanoTime = nanoTime;
  }

  /** Returns what those announce that fit and are there, or were a moment ago, by their ids. */
  public NavigableMap<String, Announcement> present() {
    long now = nanoTime.getAsLong();
    NavigableMap<String, Announcement> present = announcements.present();
    NavigableMap<String, Announcement> heard = announcements.everHeard();
    Map<String, String> leftOut = quarantine.leftOut(announcements);
    present.keySet().forEach(device -> lastSeen.put(device, now));
    NavigableMap<String, Announcement> peers = new TreeMap<>();
    for (String device : new TreeSet<>(lastSeen.keySet())) {
      if (device.equals(self)) {
        noteNamesake(present.containsKey(device));
      } else {
        Announcement said = heard.get(device);
        PeerStatus peerStatus = look(device, said, present.containsKey(device), now);
        String refusal = leftOut.get(device);
        if (refusal != null && isCompanion(peerStatus)) {
          peerStatus =
              new PeerStatus(device, State.REFUSED, "left out until it begins anew: " + refusal);
        }
        note(peerStatus);
        if (isCompanion(peerStatus)) {
          peers.put(device, said);
        } else if (peerStatus.state() == State.GONE) {
          lastSeen.remove(device);
          peerStatuses.remove(device);
        }
      }
    }
    return peers;
  }

  /** Lets this device hear of all that have a key by now, where there are keys. */
  public void hearOfAnnouncers() {
    announcements
        .announcers()
        .filter(ids -> !ids.equals(heardOf))
        .ifPresent(
            ids -> {
              link.hearOf(ids);
              heardOf = ids;
            });
  }

  /** Returns what has been noticed since this was last asked. */
  public List<PeerStatus> news() {
    List<PeerStatus> latest = List.copyOf(news);
    news.clear();
    return latest;
  }

  /** Lets this device hear its neighbours, and tells all how many it has. */
  public void follow(List<String> neighbours) {
    link.follow(neighbours);
    Announcement next = announcement.withDegree(neighbours.size());
    if (!next.equals(announced)) {
      announcer.announce(next);
      announced = next;
    }
  }

  /** Tells all others that this device leaves. */
  public void leave() {
    announcer.announce(announcement.as(Announcement.State.FINISHED));
  }

  /** Returns the ids of some devices and of this one, in ascending order. */
  public List<String> all(NavigableMap<String, Announcement> others) {
    TreeSet<String> ids = new TreeSet<>(others.keySet());
    ids.add(self);
    return new ArrayList<>(ids);
  }

  private PeerStatus look(String device, Announcement said, boolean isThere, long now) {
    if (said == null) {
      return new PeerStatus(device, State.GONE, "has no key here any more");
    }
    Optional<String> difference = announcement.differenceFrom(said);
    if (announcements.haveFinished(List.of(device))) {
      return new PeerStatus(device, State.GONE, "");
    }
    if (difference.isPresent()) {
      State state = isThere ? State.REFUSED : State.GONE;
      return new PeerStatus(device, state, isThere ? difference.get() : "");
    }
    if (isThere) {
      return new PeerStatus(device, State.PRESENT, "");
    }
    return now - lastSeen.get(device) > grace.toNanos()
        ? new PeerStatus(device, State.GONE, "silent for " + grace.toSeconds() + " s")
        : new PeerStatus(device, State.SILENT, "waits " + grace.toSeconds() + " s for it");
  }

  private void noteNamesake(boolean isThere) {
    if (isThere) {
      note(new PeerStatus(self, State.REFUSED, NAMESAKE));
    } else {
      lastSeen.remove(self);
      peerStatuses.remove(self);
    }
  }

  private void note(PeerStatus peerStatus) {
    PeerStatus before = peerStatuses.put(peerStatus.device(), peerStatus);
    boolean isNews = before == null ? peerStatus.state() != State.GONE : !before.equals(peerStatus);
    if (isNews) {
      news.add(peerStatus);
    }
  }

  private static boolean isCompanion(PeerStatus peerStatus) {
    return peerStatus.state() == State.PRESENT || peerStatus.state() == State.SILENT;
  }
}
