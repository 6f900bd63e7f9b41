package org.limbeck.cli;

import java.util.Comparator;
import java.util.List;
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

  MemoryLimit(Engine engine) {
    this.engine = engine;
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
    long before = used();
    Run run = engine.open(largest.experiment(), 1);
    try {
      long need = Math.max(LEAST, GROWTH * (used() - before));
      double room = SHARE * (Runtime.getRuntime().maxMemory() - before);
      return (int) Math.max(1, Math.min(most, room / need));
    } finally {
      run.close();
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
