package org.limbeck.experiment.keys;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.experiment.InvalidInputException;

/**
 * The keys of a folder as they are now: looks at it once a second at the most, when someone asks.
 * While it cannot be read, the keys that were there before count, and the log says once why. Safe
 * for use by several threads at once.
 */
final class WatchedKeys implements Supplier<Map<String, DeviceKeys>> {
  private static final System.Logger LOG = System.getLogger(WatchedKeys.class.getName());
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);
  private static final String UNREAD = "";

  private final KeyFolder folder;
  private final LongSupplier nanoTime;
  private volatile Map<String, DeviceKeys> keys;
  private volatile long lookedAt;
  private String stamp;
  private String told = "";

  /**
   * Reads the keys.
   *
   * @param nanoTime the clock, as {@link System#nanoTime} has it
   * @throws InvalidInputException if they cannot be read
   */
  WatchedKeys(KeyFolder folder, LongSupplier nanoTime) {
    this.folder = folder;
    this.nanoTime = nanoTime;
    this.lookedAt = nanoTime.getAsLong();
    this.stamp = stamp();
    this.keys = folder.read().keys();
  }

  @Override
  public Map<String, DeviceKeys> get() {
    if (nanoTime.getAsLong() - lookedAt >= INTERVAL) {
      look();
    }
    return keys;
  }

  private synchronized void look() {
    long now = nanoTime.getAsLong();
    if (now - lookedAt < INTERVAL) {
      return;
    }
    lookedAt = now;
    String current = stamp();
    if (!current.equals(stamp) || current.equals(UNREAD)) {
      stamp = current;
      readAgain();
    }
  }

  private void readAgain() {
    try {
      keys = folder.read().keys();
      told = "";
      LOG.log(
          System.Logger.Level.INFO,
          "{0}: keys of {1} devices, read again",
          folder.folder(),
          keys.size());
    } catch (InvalidInputException e) {
      stamp = UNREAD;
      if (!told.equals(e.getMessage())) {
        told = e.getMessage();
        LOG.log(
            System.Logger.Level.WARNING, "{0}; the keys from before still count", e.getMessage());
      }
    }
  }

  private String stamp() {
    try {
      return folder.stamp();
    } catch (IOException e) {
      return UNREAD;
    }
  }
}
