package org.limbeck.report;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.limbeck.api.Stateful;
import org.limbeck.api.event.DecisionsTaken;
import org.limbeck.api.event.DeviceDecisions;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.event.RunRestored;
import org.limbeck.api.event.RunStarted;

/**
 * Keeps what a report needs of one run: the traffic of each device since the run began, its losses
 * averaged since the last evaluation, every evaluation and every change of the network. Used by one
 * thread at a time.
 *
 * <p>A recorder that is restored goes on as the one that was saved: it passes over the {@link
 * RunStarted} that follows, and time adds up.
 *
 * <p>Where devices run elsewhere too, as {@link DecisionsTaken} tells, the record is that of a
 * part.
 */
public final class RunRecorder implements RunObserver, Stateful {
  private static final double NANOS_PER_SECOND = 1e9;

  private final LongSupplier nanoTime;
  private final Consumer<? super Evaluation> sink;
  private final Map<String, DeviceTotals> totals = new LinkedHashMap<>();
  private final List<DepartedDevice> departed = new ArrayList<>();
  private final List<DatedChange> pending = new ArrayList<>();
  private final List<Evaluation> evaluations = new ArrayList<>();
  private final List<Double> evaluationSeconds = new ArrayList<>();
  private final List<SwapRecord> swaps = new ArrayList<>();
  private final List<Double> swapSeconds = new ArrayList<>();
  private List<String> part = List.of();
  private Instant startedAt;
  private RunStarted start;
  private NetworkDescription network;
  private long rounds;
  private boolean listening;
  private long nanosBefore;
  private long startNanos;
  private long latestNanos;

  /**
   * Makes a recorder for one run.
   *
   * @param startedAt when the run begins, if it does not go on from a checkpoint
   * @param nanoTime a clock that only moves forward, in nanoseconds; read once per event
   * @param sink is given every evaluation as it happens; when the recorder is restored, all that
   *     there were
   */
  public RunRecorder(Instant startedAt, LongSupplier nanoTime, Consumer<? super Evaluation> sink) {
    this.startedAt = startedAt;
    this.nanoTime = nanoTime;
    this.sink = sink;
  }

  /** Makes a recorder for one run that hands its evaluations to nobody. */
  public RunRecorder(Instant startedAt, LongSupplier nanoTime) {
    this(startedAt, nanoTime, evaluation -> {});
  }

  /**
   * Takes note of an event.
   *
   * @throws IllegalStateException if the run has not started, another one starts, or a round is
   *     missing or comes twice
   */
  @Override
  public void on(RunEvent event) {
    if ((event instanceof RunStarted) == listening) {
      throw new IllegalStateException("a recorder hears of one run, from its start");
    }
    latestNanos = nanoTime.getAsLong();
    if (event instanceof RunStarted started) {
      begin(started);
    } else if (event instanceof RunRestored restored) {
      require(restored.round() == rounds, "it is restored to round " + restored.round());
    } else if (event instanceof RoundCompleted completed) {
      require(completed.round() == rounds, "round " + completed.round() + " comes");
      count(completed);
    } else if (event instanceof Rewired rewired) {
      rewire(rewired);
    } else if (event instanceof DecisionsTaken taken) {
      part = taken.devices().stream().map(DeviceDecisions::device).toList();
    } else if (event instanceof RoundEvaluated evaluated) {
      evaluate(evaluated);
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
    return new RunRecord(
        start,
        network,
        evaluations,
        evaluationSeconds,
        swaps,
        swapSeconds,
        departed,
        rounds,
        startedAt,
        seconds(),
        part);
  }

  /**
   * Writes what is known so far.
   *
   * @throws IllegalStateException if the run has not started
   */
  @Override
  public void save(DataOutput out) throws IOException {
    if (start == null) {
      throw new IllegalStateException("the run has not started yet");
    }
    new RecorderState(
            startedAt.toString(),
            nanos(),
            start,
            network,
            rounds,
            List.copyOf(totals.values()),
            departed,
            pending,
            evaluations,
            evaluationSeconds,
            swaps,
            swapSeconds,
            part)
        .save(out);
  }

  /**
   * Reads what another recorder wrote; this one must not have heard anything yet.
   *
   * @throws IllegalStateException if it has
   */
  @Override
  public void restore(DataInput in) throws IOException {
    if (start != null) {
      throw new IllegalStateException("a recorder is restored before it hears anything");
    }
    RecorderState state = RecorderState.restore(in);
    startedAt = Instant.parse(state.startedAt());
    nanosBefore = state.nanos();
    start = state.start();
    network = state.network();
    rounds = state.rounds();
    state.totals().forEach(known -> totals.put(known.device().id(), known));
    departed.addAll(state.departed());
    pending.addAll(state.pending());
    evaluations.addAll(state.evaluations());
    evaluationSeconds.addAll(state.evaluationSeconds());
    swaps.addAll(state.swaps());
    swapSeconds.addAll(state.swapSeconds());
    part = state.part();
    evaluations.forEach(sink);
  }

  private long nanos() {
    return nanosBefore + latestNanos - startNanos;
  }

  private double seconds() {
    return nanos() / NANOS_PER_SECOND;
  }

  private void require(boolean expected, String what) {
    if (!expected) {
      throw new IllegalStateException(rounds + " rounds of the run are known, and " + what);
    }
  }

  private void begin(RunStarted started) {
    listening = true;
    startNanos = latestNanos;
    if (start == null) {
      start = started;
      network = NetworkDescription.of(started);
      started.devices().forEach(device -> totals.put(device.id(), DeviceTotals.of(device)));
    }
  }

  private void count(RoundCompleted completed) {
    rounds = completed.round() + 1;
    for (DeviceRound device : completed.devices()) {
      totals.compute(device.device(), (id, known) -> known.plus(device));
    }
  }

  private void rewire(Rewired rewired) {
    Set<String> present =
        rewired.devices().stream().map(DeviceDescription::id).collect(Collectors.toSet());
    for (DeviceTotals known : List.copyOf(totals.values())) {
      if (!present.contains(known.device().id())) {
        totals.remove(known.device().id());
        if (isHere(known)) {
          departed.add(known.departed(rewired.round()));
        }
      }
    }
    for (DeviceDescription device : rewired.devices()) {
      totals.merge(
          device.id(), DeviceTotals.of(device), (known, fresh) -> known.describedAs(device));
    }
    network = NetworkDescription.of(rewired);
    rewired.changes().forEach(change -> pending.add(new DatedChange(rewired.round(), change)));
    swaps.add(SwapRecord.of(rewired));
    swapSeconds.add(rewired.seconds());
  }

  private boolean isHere(DeviceTotals known) {
    return part.isEmpty() || part.contains(known.device().id());
  }

  private void evaluate(RoundEvaluated evaluated) {
    List<DeviceMetrics> metrics = new ArrayList<>(evaluated.devices().size());
    for (DeviceEvaluation device : evaluated.devices()) {
      metrics.add(totals.get(device.device()).at(device));
    }
    totals.replaceAll((id, known) -> known.evaluated());
    Evaluation evaluation = new Evaluation(evaluated.round(), metrics, pending);
    pending.clear();
    if (!evaluations.isEmpty()) {
      int before = evaluations.size() - 1;
      evaluations.set(before, evaluations.get(before).withoutClassification());
    }
    evaluations.add(evaluation);
    evaluationSeconds.add(seconds());
    swaps.replaceAll(swap -> swap.after(evaluation));
    sink.accept(evaluation);
  }
}
