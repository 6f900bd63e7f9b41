package org.limbeck.exchange.discovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.limbeck.exchange.frame.DeviceId;
import org.limbeck.exchange.security.FrameVerifier;
import org.limbeck.exchange.security.KeyRing;

/**
 * What the devices of a network have announced. With keys, only what they have signed counts. What
 * was said before something else that has been heard counts no more: a device's announcements are
 * numbered, and its later sessions follow the earlier ones; only of a device that has gone, an
 * earlier session is heard again, as its clock may have been set back. Safe for use by several
 * threads at once.
 */
public final class PeerAnnouncements {
  /** The most devices that are remembered: others can make up names. */
  private static final int MOST_DEVICES = 4096;

  private final String network;
  private final Optional<KeyRing> keys;
  private final NavigableMap<String, Announcement> present = new TreeMap<>();
  private final NavigableMap<String, SentAnnouncement> everHeard = new TreeMap<>();
  private final NavigableMap<String, String> faults = new TreeMap<>();

  /**
   * Has heard nothing yet.
   *
   * @param network the name of the network
   * @param keys who may announce; empty if anybody may
   */
  public PeerAnnouncements(String network, Optional<KeyRing> keys) {
    this.network = network;
    this.keys = keys;
  }

  /**
   * Takes note of an announcement. What is none changes nothing but {@link #faults}.
   *
   * @param bytes none if the device has gone
   */
  public synchronized void heard(String device, ByteBuffer bytes) {
    if (!mayAnnounce(device)) {
      return;
    }
    faults.remove(device);
    if (bytes.hasRemaining()) {
      try {
        take(device, AnnouncementFormat.read(bytes, verifier(device)));
      } catch (IOException e) {
        faults.put(device, String.valueOf(e.getMessage()));
      }
    } else {
      present.remove(device);
    }
    notifyAll();
  }

  private boolean mayAnnounce(String device) {
    return DeviceId.isValid(device)
        && keys.map(ring -> ring.devices().contains(device)).orElse(true)
        && (everHeard.containsKey(device)
            || faults.containsKey(device)
            || everHeard.size() + faults.size() < MOST_DEVICES);
  }

  private Optional<FrameVerifier> verifier(String device) {
    return keys.flatMap(ring -> ring.verifier(device));
  }

  private void take(String device, SentAnnouncement said) throws IOException {
    if (!said.device().equals(device) || !said.network().equals(network)) {
      throw new IOException("it was made for another network, or by another device");
    }
    SentAnnouncement before = everHeard.get(device);
    if (before == null || before.isFollowedBy(said) || isOfAnEarlierSession(said, before)) {
      present.put(device, said.announcement());
      everHeard.put(device, said);
    }
  }

  private boolean isOfAnEarlierSession(SentAnnouncement said, SentAnnouncement before) {
    return !present.containsKey(said.device()) && !said.session().equals(before.session());
  }

  /** Returns what the devices that are there announce, by their ids. */
  public synchronized NavigableMap<String, Announcement> present() {
    return new TreeMap<>(present);
  }

  /** Returns what every device has announced last, by their ids, gone or not. */
  public synchronized NavigableMap<String, Announcement> everHeard() {
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
    return devices.stream()
        .allMatch(
            device ->
                everHeard.containsKey(device) && kind.test(everHeard.get(device).announcement()));
  }

  /** Returns whether each of some devices has said that it has done all its rounds. */
  public boolean haveFinished(Collection<String> devices) {
    return haveAnnounced(devices, said -> said.state() == Announcement.State.FINISHED);
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
   * Waits until something is so, which changes by what is heard only.
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
      wait(1 + left / 1_000_000);
    }
    return true;
  }
}
