package org.limbeck.cli.compare;

import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Run;

/**
 * How many runs fit into the heap at once. The run with most devices is wired once and what it
 * takes is measured; a run may grow to twice that, and three quarters of the free heap are given
 * out.
 */
final class MemoryLimit {
  private static final double SHARE = 0.75;
  private static final int GROWTH = 2;
  private static final long LEAST = 16L << 20;

  private final Engine engine;
  private final LongSupplier used;
  private final long all;

  MemoryLimit(Engine engine) {
    this(engine, MemoryLimit::usedHeap, Runtime.getRuntime().maxMemory());
  }

  /**
   * Makes a limit.
   *
   * @param used tells how many bytes of the heap are in use
   * @param all how many there may be
   */
  MemoryLimit(Engine engine, LongSupplier used, long all) {
    this.engine = engine;
    this.used = used;
    this.all = all;
  }

  /** Returns how many of some runs fit, at least 1 and at most {@code wanted}. */
  int atOnce(List<Cell> cells, int wanted) {
    int most = Math.min(wanted, cells.size());
    if (most < 2) {
      return Math.max(1, most);
    }
    Cell largest =
        cells.stream()
            .max(Comparator.comparingInt(cell -> cell.experiment().devices().size()))
            .orElseThrow();
    long before = used.getAsLong();
    Run run = engine.open(largest.experiment().inThisProcess(), 1);
    try {
      long need = Math.max(LEAST, GROWTH * (used.getAsLong() - before));
      double room = SHARE * (all - before);
      return (int) Math.max(1, Math.min(most, room / need));
    } finally {
      run.close();
    }
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
