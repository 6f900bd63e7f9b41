package org.limbeck.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.topology.Edge;
import org.limbeck.engine.Run;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;

/** Tells its observers of rounds that nobody computed. */
final class FakeRun implements Run {
  final Experiment experiment;
  final int threads;
  private final LongConsumer beforeRound;
  private boolean executed;
  private boolean closed;

  FakeRun(Experiment experiment, int threads, LongConsumer beforeRound) {
    this.experiment = experiment;
    this.threads = threads;
    this.beforeRound = beforeRound;
  }

  boolean executed() {
    return executed;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public RunControl control() {
    throw new AssertionError("nobody steers");
  }

  @Override
  public void execute(List<RunObserver> observers) throws InterruptedException {
    executed = true;
    tell(observers, started());
    tell(observers, evaluated(0));
    for (long round = 0; round < experiment.rounds(); round++) {
      beforeRound.accept(round);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      tell(observers, completed(round));
      if ((round + 1) % experiment.evaluateEvery() == 0) {
        tell(observers, evaluated(round + 1));
      }
    }
    tell(observers, new RunCompleted(experiment.rounds()));
  }

  @Override
  public List<String> devices() {
    return experiment.devices().stream().map(DeviceSpec::id).toList();
  }

  @Override
  public void saveModel(String device, OutputStream out) throws IOException {
    out.write(("model of " + device).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    closed = true;
  }

  private static void tell(List<RunObserver> observers, RunEvent event) {
    observers.forEach(observer -> observer.on(event));
  }

  private RunStarted started() {
    return new RunStarted(
        experiment.name(),
        experiment.seed(),
        experiment.rounds(),
        experiment.plugins().values().stream()
            .collect(Collectors.toMap(p -> p.kind().key(), p -> p.name())),
        experiment.devices().stream()
            .map(d -> new DeviceDescription(d.id(), d.architecture().name(), 100, 80))
            .toList(),
        List.of(new Edge(0, 1), new Edge(1, 2), new Edge(0, 2)));
  }

  private RoundCompleted completed(long round) {
    Traffic traffic = local() ? Traffic.NONE : new Traffic(1000, 1100);
    return new RoundCompleted(
        round,
        devices().stream().map(id -> new DeviceRound(id, 1, 0.5, traffic, traffic)).toList());
  }

  /** Alone 0.10 at first, then 0.50; together 0.10, then 0.80, then 0.90. */
  private RoundEvaluated evaluated(long round) {
    double reached = local() ? 0.5 : round < experiment.rounds() ? 0.8 : 0.9;
    double accuracy = round == 0 ? 0.1 : reached;
    return new RoundEvaluated(
        round,
        devices().stream()
            .map(id -> new DeviceEvaluation(id, accuracy, 0.01, 0.001, 0.1))
            .toList());
  }

  private boolean local() {
    return experiment.plugin(Kind.ALGORITHM).name().equals("local-only");
  }
}
