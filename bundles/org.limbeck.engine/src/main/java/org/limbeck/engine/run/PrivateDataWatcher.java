package org.limbeck.engine.run;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.limbeck.api.event.ChangeRefused;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.privatedata.GrowingDataset;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.experiment.InvalidInputException;

/**
 * Lets a device on its own go on with the private rows that there are now. Others are read once
 * they have stayed as they are from one look to the next, or after some looks if they never do;
 * what cannot be read is told once, and the device goes on with what it had. Used by one thread.
 */
final class PrivateDataWatcher {

  /** Reads data. */
  @FunctionalInterface
  interface Reader {

    /**
     * Goes on with data that are read anew.
     *
     * @throws InvalidInputException if they cannot be read, or do not fit; then nothing has changed
     */
    void readAnew(String by, long round);
  }

  private static final String WHAT = "what has come to the private data";
  private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Looking and reading take at most one part in so many of the time. */
  private static final int SHARE = 20;

  private static final int MOST_LOOKS = 5;

  private final Supplier<PrivateDataset> data;
  private final Reader reader;
  private final Consumer<RunEvent> events;
  private final LongSupplier nanoTime;
  private long nextLook;
  private String seen = "";
  private String refused = "";
  private String complaint = "";
  private int unsettledLooks;

  /**
   * Makes one that looks a moment from now.
   *
   * @param data returns the data in use
   * @param reader lets the device go on with data that are read anew
   * @param events is told of rows that cannot be read
   * @param nanoTime the clock, as {@link System#nanoTime} has it
   */
  PrivateDataWatcher(
      Supplier<PrivateDataset> data,
      Reader reader,
      Consumer<RunEvent> events,
      LongSupplier nanoTime) {
    this.data = data;
    this.reader = reader;
    this.events = events;
    this.nanoTime = nanoTime;
    this.nextLook = nanoTime.getAsLong() + LEAST_NANOS;
  }

  /**
   * Looks, if it is time to, and goes on with other rows if there are any.
   *
   * @param round the number of rounds completed
   * @return whether the device has other rows now
   */
  boolean look(long round) {
    long now = nanoTime.getAsLong();
    if (now - nextLook < 0 || !(data.get() instanceof GrowingDataset growing)) {
      return false;
    }
    boolean grown = isDue(growing) && read(round);
    long took = nanoTime.getAsLong() - now;
    nextLook = now + took + Math.max(LEAST_NANOS, SHARE * took);
    return grown;
  }

  private boolean isDue(GrowingDataset growing) {
    String latest = growing.latestVersion();
    boolean settled = latest.equals(seen);
    seen = latest;
    if (latest.equals(growing.version()) || latest.equals(refused)) {
      unsettledLooks = 0;
      return false;
    }
    unsettledLooks++;
    return settled || unsettledLooks >= MOST_LOOKS;
  }

  private boolean read(long round) {
    unsettledLooks = 0;
    try {
      reader.readAnew(WHAT, round);
      complaint = "";
      return true;
    } catch (InvalidInputException e) {
      refused = seen;
      if (!complaint.equals(e.getMessage())) {
        complaint = e.getMessage();
        events.accept(new ChangeRefused(round, WHAT, complaint));
      }
      return false;
    }
  }
}
