package org.limbeck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.event.RunStarted;

/**
 * Keeps what a report needs of one run: the traffic of each device since the run began, its losses
 * averaged since the last evaluation, and every evaluation. Used by one thread at a time.
 */
public final class RunRecorder implements RunObserver {
  private static final double NANOS_PER_SECOND = 1e9;

  private final LongSupplier nanoTime;
  private final Consumer<? super Evaluation> sink;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final List<Evaluation> evaluations = new ArrayList<>();
  private RunStarted start;
  private long rounds;
  private long startNanos;
  private long latestNanos;

  /**
   * Makes a recorder for one run.
   *
   * @param nanoTime a clock that only moves forward, in nanoseconds; read once per event
   * @param sink is given every evaluation as it happens
   */
  public RunRecorder(LongSupplier nanoTime, Consumer<? super Evaluation> sink) {
    this.nanoTime = nanoTime;
    this.sink = sink;
  }

  /** Makes a recorder for one run that hands its evaluations to nobody. */
  public RunRecorder(LongSupplier nanoTime) {
    this(nanoTime, evaluation -> {});
  }

  /**
   * Takes note of an event.
   *
   * @throws IllegalStateException if the run has not started, or another one starts
   */
  @Override
  public void on(RunEvent event) {
    if ((event instanceof RunStarted) != (start == null)) {
      throw new IllegalStateException("a recorder hears of one run, from its start");
    }
    latestNanos = nanoTime.getAsLong();
    if (event instanceof RunStarted started) {
      begin(started);
    } else if (event instanceof RoundCompleted completed) {
      count(completed);
    } else if (event instanceof RoundEvaluated evaluated) {
      evaluate(evaluated);
    } else if (event instanceof RunCompleted completed) {
      rounds = completed.rounds();
    }
  }

  /**
   * Returns what is known so far.
   *
   * @throws IllegalStateException if there was no evaluation yet
   */
  public RunRecord record() {
    if (evaluations.isEmpty()) {
      throw new IllegalStateException("the run was not evaluated yet");
    }
    double seconds = (latestNanos - startNanos) / NANOS_PER_SECOND;
    return new RunRecord(start, evaluations, rounds, seconds);
  }

  private void begin(RunStarted started) {
    start = started;
    startNanos = latestNanos;
    started.devices().forEach(device -> tallies.put(device.id(), new Tally(device)));
  }

  private void count(RoundCompleted completed) {
    rounds = completed.round() + 1;
    for (DeviceRound device : completed.devices()) {
      tallies.get(device.device()).add(device);
    }
  }

  private void evaluate(RoundEvaluated evaluated) {
    List<DeviceMetrics> metrics = new ArrayList<>(evaluated.devices().size());
    for (DeviceEvaluation device : evaluated.devices()) {
      metrics.add(tallies.get(device.device()).close(device));
    }
    Evaluation evaluation = new Evaluation(evaluated.round(), metrics);
    evaluations.add(evaluation);
    sink.accept(evaluation);
  }
}
