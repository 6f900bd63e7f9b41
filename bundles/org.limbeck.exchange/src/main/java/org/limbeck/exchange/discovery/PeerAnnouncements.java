package org.limbeck.exchange.discovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What the devices of a network have announced. Safe for use by several threads at once. */
public final class PeerAnnouncements {
  private final NavigableMap<String, Announcement> present = new TreeMap<>();
  private final NavigableMap<String, Announcement> everHeard = new TreeMap<>();
  private final NavigableMap<String, String> faults = new TreeMap<>();

  /**
   * Takes note of an announcement.
   *
   * @param bytes none if the device has gone
   */
  public synchronized void heard(String device, ByteBuffer bytes) {
    faults.remove(device);
    if (bytes.hasRemaining()) {
      try {
        Announcement announcement = Announcement.decode(bytes);
        present.put(device, announcement);
        everHeard.put(device, announcement);
      } catch (IOException e) {
        faults.put(device, String.valueOf(e.getMessage()));
      }
    } else {
      present.remove(device);
    }
    notifyAll();
  }

  /** Returns what the devices that are there announce, by their ids. */
  public synchronized NavigableMap<String, Announcement> present() {
    return new TreeMap<>(present);
  }

  /** Returns what every device has announced last, by their ids, gone or not. */
  public synchronized NavigableMap<String, Announcement> everHeard() {
    return new TreeMap<>(everHeard);
  }

  /** Returns whether what each of some devices has announced last is of a kind. */
  public synchronized boolean haveAnnounced(
      Collection<String> devices, Predicate<Announcement> kind) {
    return devices.stream()
        .allMatch(device -> everHeard.containsKey(device) && kind.test(everHeard.get(device)));
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
