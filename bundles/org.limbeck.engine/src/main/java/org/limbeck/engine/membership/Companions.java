package org.limbeck.engine.membership;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
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
public final class Companions {
  private static final String NAMESAKE =
      "another process runs a device of this name, or did until a moment ago: each needs a name of"
          + " its own";

  private final String self;
  private final Roster roster;
  private final Link link;
  private final Duration grace;
  private final LongSupplier nanoTime;
  private final Map<String, Long> lastSeen = new HashMap<>();
  private final Map<String, Sighting> sightings = new HashMap<>();
  private final List<Sighting> news = new ArrayList<>();
  private final Announcement announcement;
  private Announcement announced;

  /**
   * Makes the companions of a device.
   *
   * @param roster what others announce
   * @param link announces this device
   * @param announcement what it says of itself
   * @param grace how long one that has vanished is waited for
   * @param nanoTime the clock, as {@link System#nanoTime} has it
   */
  public Companions(
      String self,
      Roster roster,
      Link link,
      Announcement announcement,
      Duration grace,
      LongSupplier nanoTime) {
    this.self = self;
    this.roster = roster;
    this.link = link;
    this.announcement = announcement;
    this.grace = grace;
    this.nanoTime = nanoTime;
  }

  /** Returns what those announce that fit and are there, or were a moment ago, by their ids. */
  public NavigableMap<String, Announcement> present() {
    long now = nanoTime.getAsLong();
    NavigableMap<String, Announcement> present = roster.present();
    NavigableMap<String, Announcement> heard = roster.everHeard();
    present.keySet().forEach(device -> lastSeen.put(device, now));
    NavigableMap<String, Announcement> companions = new TreeMap<>();
    for (String device : new TreeSet<>(lastSeen.keySet())) {
      if (device.equals(self)) {
        noteNamesake(present.containsKey(device));
      } else {
        Announcement said = heard.get(device);
        Sighting sighting = look(device, said, present.containsKey(device), now);
        note(sighting);
        if (isCompanion(sighting)) {
          companions.put(device, said);
        } else if (sighting.state() == State.GONE) {
          lastSeen.remove(device);
          sightings.remove(device);
        }
      }
    }
    return companions;
  }

  /** Returns what has been noticed since this was last asked. */
  public List<Sighting> news() {
    List<Sighting> latest = List.copyOf(news);
    news.clear();
    return latest;
  }

  /** Lets this device hear its neighbours, and tells all how many it has. */
  public void follow(List<String> neighbours) {
    link.follow(neighbours);
    Announcement next = announcement.withDegree(neighbours.size());
    if (!next.equals(announced)) {
      link.announce(next.encode());
      announced = next;
    }
  }

  /** Tells all others that this device leaves. */
  public void leave() {
    link.announce(announcement.as(Announcement.State.FINISHED).encode());
  }

  /** Returns the ids of some devices and of this one, in ascending order. */
  public List<String> all(NavigableMap<String, Announcement> others) {
    TreeSet<String> ids = new TreeSet<>(others.keySet());
    ids.add(self);
    return new ArrayList<>(ids);
  }

  private Sighting look(String device, Announcement said, boolean isThere, long now) {
    Optional<String> difference = announcement.differenceFrom(said);
    if (said.state() == Announcement.State.FINISHED) {
      return new Sighting(device, State.GONE, "");
    }
    if (difference.isPresent()) {
      State state = isThere ? State.REFUSED : State.GONE;
      return new Sighting(device, state, isThere ? difference.get() : "");
    }
    if (isThere) {
      return new Sighting(device, State.PRESENT, "");
    }
    return now - lastSeen.get(device) > grace.toNanos()
        ? new Sighting(device, State.GONE, "silent for " + grace.toSeconds() + " s")
        : new Sighting(device, State.SILENT, "waits " + grace.toSeconds() + " s for it");
  }

  private void noteNamesake(boolean isThere) {
    if (isThere) {
      note(new Sighting(self, State.REFUSED, NAMESAKE));
    } else {
      lastSeen.remove(self);
      sightings.remove(self);
    }
  }

  private void note(Sighting sighting) {
    Sighting before = sightings.put(sighting.device(), sighting);
    boolean isNews = before == null ? sighting.state() != State.GONE : !before.equals(sighting);
    if (isNews) {
      news.add(sighting);
    }
  }

  private static boolean isCompanion(Sighting sighting) {
    return sighting.state() == State.PRESENT || sighting.state() == State.SILENT;
  }
}
