package org.limbeck.itests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.limbeck.api.event.ChangeRefused;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.file.SwapReader;

/** A run in which things happen after some rounds. */
final class LiveRun implements AutoCloseable, RunObserver {
  private final Run run;
  private final Map<Long, List<Runnable>> actions = new HashMap<>();
  private final List<CompletableFuture<Rewired>> asked = new ArrayList<>();
  private final List<RunEvent> events = new ArrayList<>();

  LiveRun(Engine engine, Experiment experiment, Optional<Path> checkpoints) {
    RunSettings settings = RunSettings.of(2).withLive(true).withTimeout(Duration.ofSeconds(5));
    this.run = engine.open(experiment, checkpoints.map(settings::withCheckpoints).orElse(settings));
  }

  Run run() {
    return run;
  }

  /** Does something when so many rounds are completed. */
  LiveRun after(long rounds, Runnable action) {
    actions.computeIfAbsent(rounds, r -> new ArrayList<>()).add(action);
    return this;
  }

  /** Asks for a swap that takes effect when so many rounds are completed. */
  LiveRun swapAfter(long rounds, String entry) {
    return after(rounds, () -> swap(entry));
  }

  void swap(String entry) {
    asked.add(run.control().swap(new SwapReader().read(entry, "test"), "test"));
  }

  /** Returns what became of the swaps that were asked for, in order. */
  List<CompletableFuture<Rewired>> asked() {
    return asked;
  }

  LiveRun execute() throws InterruptedException {
    run.execute(List.of(this));
    return this;
  }

  @Override
  public void on(RunEvent event) {
    events.add(event);
    if (event instanceof RoundCompleted completed) {
      actions.getOrDefault(completed.round() + 1, List.of()).forEach(Runnable::run);
    }
  }

  List<RunEvent> events() {
    return events;
  }

  /** Returns what depends on no clock, nor on where the run was cut. */
  List<RunEvent> results() {
    return results(events);
  }

  /** Returns those of some events that depend on no clock, nor on where the run was cut. */
  static List<RunEvent> results(List<RunEvent> events) {
    return events.stream()
        .filter(event -> event instanceof RoundCompleted || event instanceof RoundEvaluated)
        .toList();
  }

  List<Long> rounds() {
    return of(RoundCompleted.class).stream().map(RoundCompleted::round).toList();
  }

  List<Rewired> swaps() {
    return of(Rewired.class);
  }

  List<ChangeRefused> refusals() {
    return of(ChangeRefused.class);
  }

  double meanAccuracy() {
    List<RoundEvaluated> evaluations = of(RoundEvaluated.class);
    return evaluations.get(evaluations.size() - 1).devices().stream()
        .mapToDouble(DeviceEvaluation::testAccuracy)
        .average()
        .orElseThrow();
  }

  @Override
  public void close() {
    run.close();
  }

  private <T extends RunEvent> List<T> of(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
