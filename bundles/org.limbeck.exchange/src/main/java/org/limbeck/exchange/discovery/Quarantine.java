package org.limbeck.exchange.discovery;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.limbeck.exchange.frame.MalformedFrameException;

/**
 * Which other devices a device leaves out: those of which it has refused ten frames within ten
 * minutes that they have signed and that no honest device sends. What has been signed by nobody, or
 * comes again, is charged to nobody, as anybody may have sent it. A device is left out for the rest
 * of its session. Used by one thread at a time.
 */
public final class Quarantine {
  /** How many frames of a device are refused within the period before it is left out. */
  public static final int FRAMES = 10;

  private static final int MINUTES = 10;
  private static final long PERIOD = TimeUnit.MINUTES.toNanos(MINUTES);

  private final LongSupplier nanoTime;
  private final Map<String, ArrayDeque<Long>> charges = new HashMap<>();
  private final NavigableMap<String, String> reasons = new TreeMap<>();
  private final Map<String, PeerSession> sessions = new HashMap<>();

  /**
   * Leaves nobody out.
   *
   * @param nanoTime the clock, as {@link System#nanoTime} has it
   */
  public Quarantine(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Takes note of a frame that was refused, and that a device has signed. */
  public void charge(String device, MalformedFrameException refusal) {
    if (!refusal.reason().isFault() || reasons.containsKey(device)) {
      return;
    }
    long now = nanoTime.getAsLong();
    ArrayDeque<Long> times = charges.computeIfAbsent(device, any -> new ArrayDeque<>());
    times.removeIf(time -> now - time > PERIOD);
    times.add(now);
    if (times.size() >= FRAMES) {
      reasons.put(
          device,
          FRAMES
              + " frames that it has signed were refused within "
              + MINUTES
              + " minutes, the last one as "
              + refusal.reason()
              + ": "
              + refusal.getMessage());
      charges.remove(device);
    }
  }

  /** Returns whether nobody is left out. */
  public boolean isEmpty() {
    return reasons.isEmpty();
  }

  /** Returns why a device is left out; empty if it is not. */
  public Optional<String> reason(String device) {
    return Optional.ofNullable(reasons.get(device));
  }

  /**
   * Returns who is left out, and why; not those who have begun a new session since.
   *
   * @param announcements tells the present sessions
   */
  public NavigableMap<String, String> leftOut(PeerAnnouncements announcements) {
    if (!reasons.isEmpty()) {
      announcements.sessions(List.copyOf(reasons.keySet())).forEach(this::compare);
    }
    return new TreeMap<>(reasons);
  }

  private void compare(String device, PeerSession present) {
    PeerSession then = sessions.putIfAbsent(device, present);
    if (then != null && !then.equals(present)) {
      reasons.remove(device);
      sessions.remove(device);
    }
  }
}
