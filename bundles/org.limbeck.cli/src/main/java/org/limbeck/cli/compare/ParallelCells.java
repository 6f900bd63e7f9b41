package org.limbeck.cli.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.limbeck.report.Summary;

/** Carries several runs through at once. How many does not affect their results. */
final class ParallelCells {
  private static final long STOP_SECONDS = 8;

  private final CellRunner runner;
  private final ComparisonProgress progress;
  private final int threads;

  /**
   * Makes one.
   *
   * @param threads how many threads work on the devices of a run
   */
  ParallelCells(CellRunner runner, ComparisonProgress progress, int threads) {
    this.runner = runner;
    this.progress = progress;
    this.threads = threads;
  }

  /**
   * Carries runs through. One that fails does not keep the others from ending.
   *
   * @param atOnce how many there are at once
   * @return those that failed
   * @throws InterruptedException if the thread is interrupted; all have left checkpoints then
   */
  List<CellFailure> run(List<Cell> cells, int atOnce) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    try {
      Map<Cell, Future<?>> futures = new LinkedHashMap<>();
      cells.forEach(cell -> futures.put(cell, workers.submit(() -> run(cell))));
      List<CellFailure> failures = new ArrayList<>();
      for (Map.Entry<Cell, Future<?>> each : futures.entrySet()) {
        try {
          each.getValue().get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof Exception cause)) {
            throw (Error) e.getCause();
          }
          failures.add(new CellFailure(each.getKey(), cause));
        }
      }
      return failures;
    } finally {
      stop(workers);
    }
  }

  private Void run(Cell cell) throws Exception {
    try (ComparisonProgress.Share share = progress.begin(cell)) {
      Summary summary = runner.run(cell, threads, share);
      share.finished(summary);
    }
    return null;
  }

  /** Interrupts what goes on, and waits for its checkpoints. */
  private static void stop(ExecutorService workers) {
    workers.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
