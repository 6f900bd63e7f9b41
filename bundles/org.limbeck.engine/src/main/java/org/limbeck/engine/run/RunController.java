package org.limbeck.engine.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.limbeck.api.event.Rewired;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.experiment.Swap;

/**
 * What others ask of a run, until the run takes it up between two rounds. Safe for use by several
 * threads at once.
 */
final class RunController implements RunControl {

  /** What a run shall do next. */
  enum Decision {
    /** Do a round. */
    GO,
    /** Stand still. */
    WAIT,
    /** End. */
    END
  }

  /**
   * A swap that someone asked for.
   *
   * @param swap what changes
   * @param by who asks
   * @param done completed when it has been made or refused
   */
  record Request(Swap swap, String by, CompletableFuture<Rewired> done) {}

  private final RunStatusTracker statusTracker;
  private final BiConsumer<Swap, String> check;
  private final BooleanSupplier over;
  private final boolean hold;
  private final Semaphore calls = new Semaphore(0);
  private final Deque<Request> requests = new ArrayDeque<>();
  private RunStatus.State state = RunStatus.State.RUNNING;
  private String reason = "";
  private long round;
  private long rounds;
  private long pauseAt = Long.MAX_VALUE;
  private boolean paused;
  private boolean ending;

  /**
   * Makes the controller of a run.
   *
   * @param check refuses a swap, given who asks for it, that does not fit the experiment as it is
   * @param over whether the run ends whatever is asked, as all that it learns with has ended
   */
  RunController(
      RunStatusTracker statusTracker,
      BiConsumer<Swap, String> check,
      BooleanSupplier over,
      boolean hold,
      long round,
      long rounds) {
    this.statusTracker = statusTracker;
    this.check = check;
    this.over = over;
    this.hold = hold;
    this.round = round;
    this.rounds = rounds;
  }

  @Override
  public synchronized RunStatus status() {
    return statusTracker.status(state, reason, round, rounds);
  }

  @Override
  public CompletableFuture<Rewired> swap(Swap swap, String by) {
    check.accept(swap, by);
    Request request = new Request(swap, by, new CompletableFuture<>());
    synchronized (this) {
      requireOpen();
      requests.add(request);
      calls.release();
    }
    return request.done();
  }

  @Override
  public synchronized void pause() {
    requireOpen();
    paused = true;
    calls.release();
  }

  @Override
  public synchronized void resume() {
    requireOpen();
    paused = false;
    pauseAt = Long.MAX_VALUE;
    calls.release();
  }

  @Override
  public synchronized void advance(long more) {
    requireOpen();
    if (more < 1) {
      throw new IllegalArgumentException("rounds are 1 or more, not " + more);
    }
    paused = false;
    pauseAt = Math.addExact(round, more);
    rounds = Math.max(rounds, pauseAt);
    calls.release();
  }

  @Override
  public synchronized void end() {
    requireOpen();
    ending = true;
    calls.release();
  }

  /** Returns how many rounds there will be, as far as is known now. */
  synchronized long rounds() {
    return rounds;
  }

  /** Takes note of how many rounds are completed, and decides. */
  synchronized Decision decide(long completed) {
    round = completed;
    if (over.getAsBoolean()) {
      return Decision.END;
    }
    if (round >= pauseAt) {
      pauseAt = Long.MAX_VALUE;
      paused = round < rounds;
    }
    if (ending || (round >= rounds && !hold && !paused)) {
      return Decision.END;
    }
    if (paused) {
      stand(RunStatus.State.PAUSED, "as asked; resume, or do some rounds, to go on");
      return Decision.WAIT;
    }
    if (round >= rounds) {
      stand(RunStatus.State.HELD, "all rounds are done; ask for more, or end");
      return Decision.WAIT;
    }
    stand(RunStatus.State.RUNNING, "");
    return Decision.GO;
  }

  /** Takes note that the run stands still for another reason. */
  synchronized void stand(RunStatus.State as, String why) {
    state = as;
    reason = why;
  }

  synchronized boolean isEnding() {
    return ending;
  }

  synchronized Optional<Request> nextRequest() {
    return Optional.ofNullable(requests.poll());
  }

  /** Waits until someone asks for something, but not for long. */
  void await(long millis) throws InterruptedException {
    if (calls.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      calls.drainPermits();
    }
  }

  /** Refuses all that is asked for from now on. */
  synchronized void close() {
    state = RunStatus.State.ENDED;
    reason = "";
    for (Request request : requests) {
      request.done().completeExceptionally(new IllegalStateException("the run has ended"));
    }
    requests.clear();
  }

  private void requireOpen() {
    if (state == RunStatus.State.ENDED) {
      throw new IllegalStateException("the run has ended");
    }
  }
}
