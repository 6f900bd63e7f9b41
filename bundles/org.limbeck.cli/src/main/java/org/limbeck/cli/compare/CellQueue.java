package org.limbeck.cli.compare;

import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The runs that are left, for several threads to take. One that another process works on comes
 * again after all others, and after a pause.
 */
final class CellQueue {
  private static final long PAUSE_MILLIS = 500;

  private final Deque<Cell> fresh;
  private final Deque<Cell> elsewhere = new ConcurrentLinkedDeque<>();

  CellQueue(Collection<Cell> cells) {
    this.fresh = new ConcurrentLinkedDeque<>(cells);
  }

  /**
   * Returns the next run; empty once there is none.
   *
   * @throws InterruptedException if the thread is interrupted in a pause
   */
  Optional<Cell> next() throws InterruptedException {
    Cell cell = fresh.poll();
    if (cell != null) {
      return Optional.of(cell);
    }
    Cell later = elsewhere.poll();
    if (later != null) {
      Thread.sleep(PAUSE_MILLIS);
    }
    return Optional.ofNullable(later);
  }

  /** Puts a run back that another process works on. */
  void putBack(Cell cell) {
    elsewhere.add(cell);
  }
}
