package org.limbeck.itests.faults;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The way from one device to another. Time passes by the frames that are sent there, so that what
 * happens to a frame depends on the seed, the two devices and the number of frames before it, and
 * on no clock. Used by one thread at a time.
 */
final class Lane {
  /** By how many frames one may be overtaken. */
  static final int MOST_LATE = 8;

  private final Faults faults;
  private final long key;
  private final List<Held> held = new ArrayList<>();
  private long sent;

  private record Held(ByteBuffer frame, long number, long due) {
    static final Comparator<Held> LATEST_FIRST = Comparator.comparing(Held::number).reversed();
  }

  Lane(Faults faults, String sender, String receiver) {
    this.faults = faults;
    long pair = 31 * (31 * faults.seed() + sender.hashCode()) + receiver.hashCode();
    this.key = new SplittableRandom(pair).nextLong();
  }

  /** Sends a frame, and returns what arrives now, in this order. */
  List<ByteBuffer> send(ByteBuffer frame) {
    SplittableRandom random = new SplittableRandom(key + sent);
    boolean lost = random.nextDouble() < faults.lost();
    int copies = random.nextDouble() < faults.repeated() ? 2 : 1;
    for (int copy = 0; copy < copies; copy++) {
      int overtakers = random.nextDouble() < faults.overtaken() ? 1 : 0;
      if (random.nextDouble() < faults.late()) {
        overtakers += 1 + random.nextInt(MOST_LATE);
      }
      if (!lost) {
        held.add(new Held(frame, sent, sent + overtakers));
      }
    }
    List<Held> due = held.stream().filter(one -> one.due <= sent).toList();
    held.removeAll(due);
    sent++;
    return due.stream().sorted(Held.LATEST_FIRST).map(Held::frame).toList();
  }
}
