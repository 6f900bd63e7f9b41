package org.limbeck.cli.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.limbeck.engine.RunSettings;
import org.limbeck.report.RunClaim;
import org.limbeck.report.Summary;

/**
 * Carries several runs through at once, and shares them with other processes that do the same. How
 * many there are does not affect their results.
 */
final class ParallelCells {
  private static final long STOP_SECONDS = 8;

  private final CellRunner runner;
  private final ComparisonProgress progress;
  private final RunSettings settings;

  /**
   * Makes one.
   *
   * @param settings how to carry each run through
   */
  ParallelCells(CellRunner runner, ComparisonProgress progress, RunSettings settings) {
    this.runner = runner;
    this.progress = progress;
    this.settings = settings;
  }

  /**
   * Carries runs through, and waits for those that other processes work on. One that fails does not
   * keep the others from ending.
   *
   * @param atOnce how many there are at once
   * @return those that failed, in the order of the runs
   * @throws InterruptedException if the thread is interrupted; all have left checkpoints then
   */
  List<CellFailure> run(List<Cell> cells, int atOnce) throws InterruptedException {
    CellQueue queue = new CellQueue(cells);
    ConcurrentLinkedQueue<CellFailure> failures = new ConcurrentLinkedQueue<>();
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<?>> futures = new ArrayList<>();
      IntStream.range(0, atOnce)
          .forEach(worker -> futures.add(workers.submit(() -> work(queue, failures))));
      for (Future<?> future : futures) {
        await(future);
      }
    } finally {
      stop(workers);
    }
    return failures.stream()
        .sorted(Comparator.comparingInt(failure -> cells.indexOf(failure.cell())))
        .toList();
  }

  private Void work(CellQueue queue, ConcurrentLinkedQueue<CellFailure> failures)
      throws InterruptedException {
    for (Optional<Cell> next = queue.next(); next.isPresent(); next = queue.next()) {
      Cell cell = next.get();
      try {
        if (!carryThrough(cell)) {
          queue.putBack(cell);
        }
      } catch (IOException | RuntimeException e) {
        failures.add(new CellFailure(cell, e));
      }
    }
    return null;
  }

  /** Returns whether the run has ended; otherwise another process works on it. */
  private boolean carryThrough(Cell cell) throws IOException, InterruptedException {
    Optional<RunClaim> claim = runner.claim(cell);
    if (claim.isEmpty()) {
      return false;
    }
    RunClaim held = claim.get();
    try (held) {
      if (runner.isFinished(cell)) {
        progress.endedElsewhere(cell);
        return true;
      }
      try (ComparisonProgress.Share share = progress.begin(cell)) {
        Summary summary = runner.run(cell, settings, share);
        share.finished(summary);
      }
    }
    return true;
  }

  private static void await(Future<?> future) throws InterruptedException {
    try {
      future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
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
