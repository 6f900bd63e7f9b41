package org.limbeck.exchange.discovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.limbeck.api.event.NeighbourChanged.State;
import org.limbeck.exchange.frame.DeviceId;
import org.limbeck.exchange.security.CheckBudget;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.FrameVerifier;
import org.limbeck.exchange.security.KeyRing;

/**
 * What the devices of a network have announced. With keys, only what they have signed counts. What
 * was said before something else that has been heard counts no more: a device's announcements are
 * numbered, and its later sessions follow the earlier ones; only of a device that has gone, an
 * earlier session is heard again, as its clock may have been set back. When keys change, devices
 * that have no longer the key by which they were believed are forgotten, and those that have one
 * now are heard. Safe for use by several threads at once.
 */
public final class PeerAnnouncements {
  /** Keys may change without a word. */
  private static final long LONGEST_WAIT_MILLIS = 1000;

  /** The most devices that are remembered where anybody may make up names, as there are no keys. */
  static final int MOST_DEVICES = 4096;

  /** How many announcements are looked at in vain in a second. */
  static final int IN_VAIN = 1000;

  private final String network;
  private final Optional<KeyRing> keys;
  private final NavigableMap<String, Announcement> present = new TreeMap<>();
  private final NavigableMap<String, SentAnnouncement> everHeard = new TreeMap<>();
  private final Map<String, Long> latest = new HashMap<>();
  private final NavigableMap<String, String> faults = new TreeMap<>();

  /** Of devices that had no key, or another one: keys may change. */
  private final KeptAnnouncements refused = new KeptAnnouncements(1 << 16);

  /** What is not looked at yet, as too much was in vain a moment ago. */
  private final KeptAnnouncements postponed = new KeptAnnouncements(1 << 20);

  private final CheckBudget inVain;
  private Map<String, DeviceKeys> believed = Map.of();

  /**
   * Has heard nothing yet.
   *
   * @param network the name of the network
   * @param keys who may announce; empty if anybody may
   */
  public PeerAnnouncements(String network, Optional<KeyRing> keys) {
    this(network, keys, System::nanoTime);
  }

  PeerAnnouncements(String network, Optional<KeyRing> keys, LongSupplier nanoTime) {
    this.network = network;
    this.keys = keys;
    this.inVain = new CheckBudget(IN_VAIN, nanoTime);
  }

  /**
   * Takes note of an announcement. What is none changes nothing but {@link #faults}.
   *
   * @param bytes none if the device has gone
   */
  public synchronized void heard(String device, ByteBuffer bytes) {
    followKeys();
    hear(device, bytes);
    notifyAll();
  }

  private void hear(String device, ByteBuffer bytes) {
    if (!DeviceId.isValid(device)) {
      return;
    }
    postponed.forget(device);
    if (!hasKey(device)) {
      refused.keep(device, bytes);
    } else if (keys.isPresent() && bytes.hasRemaining() && inVain.isSpent()) {
      postponed.keep(device, bytes);
    } else if (isRemembered(device) || hasRoom()) {
      refused.forget(device);
      faults.remove(device);
      if (bytes.hasRemaining()) {
        read(device, bytes);
      } else {
        present.remove(device);
      }
    }
  }

  private void read(String device, ByteBuffer bytes) {
    boolean isNews = false;
    try {
      Optional<SentAnnouncement> said =
          AnnouncementFormat.read(bytes.duplicate(), this::mayCount, verifier(device));
      isNews = said.isPresent();
      if (isNews) {
        take(device, said.get());
      }
    } catch (IOException e) {
      faults.put(device, String.valueOf(e.getMessage()));
      if (keys.isPresent()) {
        refused.keep(device, bytes);
      }
    }
    if (!isNews) {
      inVain.take();
    }
  }

  /** Returns whether an announcement, if it is what it says, is none that has come before. */
  private boolean mayCount(SentAnnouncement said) {
    SentAnnouncement before = everHeard.get(said.device());
    return before == null
        || !present.containsKey(said.device())
        || (before.isFollowedBy(said) && !before.equals(said));
  }

  private boolean hasKey(String device) {
    return keys.isEmpty() || believed.containsKey(device);
  }

  private boolean hasRoom() {
    return keys.isPresent() || everHeard.size() + faults.size() < MOST_DEVICES;
  }

  private boolean isRemembered(String device) {
    return everHeard.containsKey(device) || faults.containsKey(device);
  }

  private void followKeys() {
    Map<String, DeviceKeys> before = believed;
    Map<String, DeviceKeys> current = keys.map(KeyRing::keys).orElse(before);
    if (current != before) {
      believed = current;
      Set<String> changed = new HashSet<>(before.keySet());
      changed.removeIf(device -> before.get(device).hasPublicKeyOf(current.get(device)));
      present.keySet().removeAll(changed);
      everHeard.keySet().removeAll(changed);
      latest.keySet().removeAll(changed);
      faults.keySet().removeAll(changed);
      refused.of(current.keySet()).forEach(this::hear);
    }
    if (!postponed.isEmpty()) {
      postponed.of(current.keySet()).forEach(this::hear);
    }
  }

  private Optional<FrameVerifier> verifier(String device) {
    return keys.flatMap(ring -> ring.verifier(device));
  }

  private void take(String device, SentAnnouncement said) throws IOException {
    if (!said.device().equals(device) || !said.network().equals(network)) {
      throw new IOException("it was made for another network, or by another device");
    }
    SentAnnouncement before = everHeard.get(device);
    if (before != null && before.hasEndedBefore(said)) {
      throw new IOException("it has finished before in the same session");
    }
    if (before == null || before.isFollowedBy(said) || isOfAnEarlierSession(said, before)) {
      present.put(device, said.announcement());
      everHeard.put(device, said);
      latest.merge(device, said.session().begun(), Math::max);
    }
  }

  private boolean isOfAnEarlierSession(SentAnnouncement said, SentAnnouncement before) {
    return !present.containsKey(said.device()) && !said.session().equals(before.session());
  }

  /** Returns the ids of those that may announce now; empty if anybody may. */
  public synchronized Optional<Set<String>> announcers() {
    followKeys();
    return keys.map(ring -> believed.keySet());
  }

  /** Returns what the devices that are there announce, by their ids. */
  public synchronized NavigableMap<String, Announcement> present() {
    followKeys();
    return new TreeMap<>(present);
  }

  /** Returns what every device has announced last, by their ids, gone or not. */
  public synchronized NavigableMap<String, Announcement> everHeard() {
    followKeys();
    return everHeard.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                heard -> heard.getValue().announcement(),
                (one, other) -> other,
                TreeMap::new));
  }

  /** Returns the latest sessions of some devices, as far as they have been heard, by their ids. */
  public synchronized NavigableMap<String, PeerSession> sessions(Collection<String> devices) {
    followKeys();
    NavigableMap<String, PeerSession> sessions = new TreeMap<>();
    for (String device : devices) {
      Optional.ofNullable(everHeard.get(device))
          .ifPresent(heard -> sessions.put(device, heard.session()));
    }
    return sessions;
  }

  /** Returns whether what each of some devices has announced last is of a kind. */
  public synchronized boolean haveAnnounced(
      Collection<String> devices, Predicate<Announcement> kind) {
    followKeys();
    return devices.stream()
        .allMatch(
            device ->
                everHeard.containsKey(device) && kind.test(everHeard.get(device).announcement()));
  }

  /** Returns whether what any of some devices has announced last is of a kind. */
  public synchronized boolean hasAnyAnnounced(
      Collection<String> devices, Predicate<Announcement> kind) {
    followKeys();
    return devices.stream()
        .map(everHeard::get)
        .anyMatch(heard -> heard != null && kind.test(heard.announcement()));
  }

  /**
   * Returns whether each of some devices has said in its latest session that it has done all its
   * rounds. In an earlier one it may have said so of another run.
   */
  public synchronized boolean haveFinished(Collection<String> devices) {
    return haveAnnounced(devices, said -> said.state() == Announcement.State.FINISHED)
        && devices.stream().allMatch(id -> everHeard.get(id).session().begun() >= latest.get(id));
  }

  /** Returns whether a device is there, may come, or has done all its rounds and is gone. */
  public synchronized State presence(String device) {
    if (haveFinished(List.of(device))) {
      return State.GONE;
    }
    return present.containsKey(device) ? State.PRESENT : State.SILENT;
  }

  /** Returns what is wrong with announcements that could not be read, by their devices. */
  public synchronized NavigableMap<String, String> faults() {
    return new TreeMap<>(faults);
  }

  /** Returns what a device announces, if it is there. */
  public synchronized Optional<Announcement> of(String device) {
    return Optional.ofNullable(present.get(device));
  }

  /**
   * Waits until something is so, which changes by what is heard, or by keys.
   *
   * @return whether it is, after so long at most
   */
  public synchronized boolean await(BooleanSupplier condition, Duration timeout)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      wait(Math.min(LONGEST_WAIT_MILLIS, 1 + left / 1_000_000));
    }
    return true;
  }
}
