package org.limbeck.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.api.Stateful;
import org.limbeck.api.event.Change;
import org.limbeck.api.event.DecisionsTaken;
import org.limbeck.api.event.DeviceDecisions;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.event.RunPaused;
import org.limbeck.api.event.RunRestored;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.api.topology.Edge;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginKind;

/**
 * Tells its observers of rounds that nobody computed. Makes a checkpoint every two rounds, at the
 * end, and when interrupted: a file named after its round.
 */
public final class FakeRun implements Run {
  private static final int CHECKPOINT_EVERY = 2;

  public final Experiment experiment;
  final RunSettings settings;
  final boolean resumed;
  private final FakeEngine engine;
  private final FakeControl control = new FakeControl(this);
  private boolean executed;
  private boolean closed;
  private long round;

  FakeRun(Experiment experiment, RunSettings settings, boolean resumed, FakeEngine engine) {
    this.experiment = experiment;
    this.settings = settings;
    this.resumed = resumed;
    this.engine = engine;
  }

  boolean executed() {
    return executed;
  }

  public boolean closed() {
    return closed;
  }

  long round() {
    return round;
  }

  /** Returns how many rounds it has done. */
  public long roundsDone() {
    return round;
  }

  @Override
  public List<String> warnings() {
    return engine.concerns;
  }

  @Override
  public FakeControl control() {
    return control;
  }

  @Override
  public void execute(List<RunObserver> observers) throws InterruptedException {
    executed = true;
    if (resumed) {
      restore(observers);
    }
    control.state = RunStatus.State.RUNNING;
    tell(observers, started());
    if (resumed) {
      tell(observers, new RunRestored(round));
    } else {
      evaluate(observers);
    }
    while (round < experiment.rounds()) {
      engine.beforeRound.accept(round);
      if (Thread.interrupted()) {
        save(observers);
        throw new InterruptedException();
      }
      if (!local() && round == engine.swapAt) {
        tell(observers, rewired());
      }
      tell(observers, completed());
      round++;
      if (round % experiment.evaluateEvery() == 0) {
        evaluate(observers);
      }
      if (round % CHECKPOINT_EVERY == 0 || round == experiment.rounds()) {
        save(observers);
      }
    }
    if (settings.hold()) {
      control.state = RunStatus.State.HELD;
      tell(observers, new RunPaused(round, "all rounds are done"));
      control.awaitEnd();
    }
    control.state = RunStatus.State.ENDED;
    tell(observers, new RunCompleted(round));
  }

  @Override
  public List<String> devices() {
    return experiment.devices().stream().map(DeviceSpec::id).toList();
  }

  /** After the swap, device-3 has another architecture. */
  String architecture(String device) {
    return device.equals("device-3") && round >= engine.swapAt && !local()
        ? "mlp {hidden: [8]}"
        : experiment.devices().stream()
            .filter(d -> d.id().equals(device))
            .map(d -> d.architecture().name())
            .findFirst()
            .orElseThrow();
  }

  @Override
  public List<String> notices() {
    return List.of();
  }

  @Override
  public Optional<Preprocessing> preprocessing() {
    return Optional.empty();
  }

  @Override
  public void saveModel(String device, OutputStream out) throws IOException {
    engine.onSaveModel.accept(device);
    out.write(("model of " + device).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    closed = true;
  }

  private void save(List<RunObserver> observers) {
    if (settings.checkpoints().isEmpty()) {
      return;
    }
    Path folder = settings.checkpoints().get();
    Path temporary = folder.resolve("." + round + ".tmp");
    try {
      Files.createDirectories(folder);
      try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(temporary))) {
        out.writeLong(round);
        for (RunObserver observer : observers) {
          if (observer instanceof Stateful stateful) {
            stateful.save(out);
          }
        }
      }
      engine.beforeMove.accept(temporary);
      Files.move(temporary, folder.resolve(Long.toString(round)), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void restore(List<RunObserver> observers) {
    try (Stream<Path> files = Files.list(settings.checkpoints().orElseThrow())) {
      Path latest =
          files
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .max(Comparator.comparing(file -> Long.parseLong(file.getFileName().toString())))
              .orElseThrow();
      try (DataInputStream in = new DataInputStream(Files.newInputStream(latest))) {
        round = in.readLong();
        for (RunObserver observer : observers) {
          if (observer instanceof Stateful stateful) {
            stateful.restore(in);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tell(List<RunObserver> observers, RunEvent event) {
    observers.forEach(observer -> observer.on(event));
  }

  /** Where others run elsewhere, the devices tell what they think: all the same. */
  private void evaluate(List<RunObserver> observers) {
    if (!engine.here.isEmpty()) {
      float[] same = {0.25f, 0.75f};
      tell(
          observers,
          new DecisionsTaken(
              round, here().stream().map(id -> new DeviceDecisions(id, 2, same, same)).toList()));
    }
    tell(observers, evaluated());
  }

  private List<String> here() {
    return engine.here.isEmpty() ? devices() : engine.here;
  }

  private RunStarted started() {
    return new RunStarted(
        experiment.name(),
        experiment.seed(),
        experiment.rounds(),
        experiment.plugins().values().stream()
            .collect(Collectors.toMap(p -> p.kind().key(), p -> p.name())),
        described(),
        edges());
  }

  private Rewired rewired() {
    return new Rewired(
        round,
        "schedule",
        List.of(
            new Change("architecture", "softmax", "mlp {hidden: [8]}", List.of("device-3")),
            new Change("topology", "ring", "complete", devices())),
        Map.of("topology", "complete", "algorithm", "distributed-distillation"),
        described(),
        edges(),
        0.8,
        0.5,
        0.25);
  }

  private List<DeviceDescription> described() {
    return devices().stream()
        .map(id -> new DeviceDescription(id, architecture(id).replaceAll(" .*", ""), 100, 80))
        .toList();
  }

  private static List<Edge> edges() {
    return List.of(new Edge(0, 1), new Edge(1, 2), new Edge(0, 2));
  }

  /** The loss of a round differs from that of every other. */
  private RoundCompleted completed() {
    Traffic traffic = local() ? Traffic.NONE : new Traffic(1000, 1100);
    double loss = 1.0 / (3 + round);
    return new RoundCompleted(
        round,
        here().stream().map(id -> new DeviceRound(id, loss, 0.5, traffic, traffic)).toList());
  }

  /** Alone 0.10 at first, then 0.50; together 0.10, then 0.80, then 0.90. */
  private RoundEvaluated evaluated() {
    double reached = local() ? 0.5 : round < experiment.rounds() ? 0.8 : 0.9;
    double accuracy = round == 0 ? 0.1 : reached;
    return new RoundEvaluated(
        round,
        here().stream().map(id -> new DeviceEvaluation(id, accuracy, 0.01, 0.001, 0.1)).toList());
  }

  private boolean local() {
    return experiment.plugin(PluginKind.ALGORITHM).name().equals("local-only");
  }
}
