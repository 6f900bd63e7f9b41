package org.limbeck.report.parts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.aggregation.TrackingMean;
import org.limbeck.algorithms.DistributedDistillation;
import org.limbeck.algorithms.StepSize;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.attack.Attack;
import org.limbeck.api.event.DecisionsTaken;
import org.limbeck.api.event.DeviceDecisions;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.Mixing;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunStarted;
import org.limbeck.architectures.vector.Activation;
import org.limbeck.architectures.vector.Mlp;
import org.limbeck.architectures.vector.Softmax;
import org.limbeck.attacks.LabelFlip;
import org.limbeck.codecs.Float32;
import org.limbeck.datasets.digits.PrivateDigits;
import org.limbeck.datasets.digits.ReferenceDigits;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.device.BulkPrediction;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.network.DeviceFactory;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.placement.InProcessPlacement;
import org.limbeck.engine.round.RoundExecutor;
import org.limbeck.engine.worker.WorkerPool;
import org.limbeck.exchange.endpoint.InProcessTransport;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentBuilder;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.partitions.Dirichlet;
import org.limbeck.topologies.Ring;
import org.limbeck.weightings.UniformWeighting;

/**
 * What a run of six devices told in one process, one of which lies; and what processes that have
 * some of the devices would tell.
 */
final class RecordedRun {
  static final List<String> DEVICES =
      IntStream.rangeClosed(1, 6).mapToObj(n -> "device-" + n).toList();
  private static final int ROUNDS = 12;
  private static final int EVERY = 5;
  private static final int LIAR = 4;

  private final List<RunEvent> events = new ArrayList<>();
  private final Map<Long, List<DeviceDecisions>> decisions = new HashMap<>();

  /** Runs the devices. */
  RecordedRun() {
    try (DeviceNetwork network =
            new DeviceFactory(experiment(), pluginSet(), new InProcessPlacement()).assemble();
        WorkerPool workers = new WorkerPool(1)) {
      events.add(started(network));
      RoundExecutor rounds = new RoundExecutor(workers, Duration.ZERO, events::add);
      evaluate(rounds, network, 0);
      for (long round = 0; round < ROUNDS; round++) {
        rounds.step(network, round);
        if ((round + 1) % EVERY == 0 || round + 1 == ROUNDS) {
          evaluate(rounds, network, round + 1);
        }
      }
      events.add(new RunCompleted(ROUNDS));
    } catch (InterruptedException e) {
      throw new AssertionError("nothing is waited for in one process", e);
    }
  }

  /** Returns what the process of all devices told. */
  List<RunEvent> whole() {
    return events;
  }

  /** Returns what the process of some devices would tell. */
  List<RunEvent> part(Collection<String> devices) {
    return events.stream().flatMap(event -> part(event, devices).stream()).toList();
  }

  private List<RunEvent> part(RunEvent event, Collection<String> here) {
    if (event instanceof RoundCompleted completed) {
      return List.of(
          new RoundCompleted(
              completed.round(),
              completed.devices().stream().filter(d -> here.contains(d.device())).toList()));
    }
    if (event instanceof RoundEvaluated evaluated) {
      return List.of(
          new DecisionsTaken(
              evaluated.round(),
              decisions.get(evaluated.round()).stream()
                  .filter(d -> here.contains(d.device()))
                  .toList()),
          new RoundEvaluated(
              evaluated.round(),
              evaluated.devices().stream()
                  .filter(d -> here.contains(d.device()))
                  .map(RecordedRun::uncompared)
                  .toList()));
    }
    return List.of(event);
  }

  private static DeviceEvaluation uncompared(DeviceEvaluation device) {
    return new DeviceEvaluation(
        device.device(),
        device.testAccuracy(),
        Double.NaN,
        Double.NaN,
        device.stationarity(),
        device.adversary(),
        device.privacy(),
        device.classification());
  }

  private void evaluate(RoundExecutor rounds, DeviceNetwork network, long round) {
    rounds.evaluate(network, round);
    decisions.put(round, network.devices().stream().map(d -> decisions(network, d)).toList());
  }

  private static DeviceDecisions decisions(DeviceNetwork network, DeviceRuntime device) {
    int classes = device.classes();
    int features = network.reference().shape().features();
    float[] said =
        new BulkPrediction(device.model(), features, classes).decisions(network.reference());
    float[] estimate = new float[said.length];
    for (int row = 0; row < network.reference().rows(); row++) {
      if (!device.estimate().read(row, estimate, row * classes)) {
        Arrays.fill(estimate, row * classes, (row + 1) * classes, Float.NaN);
      }
    }
    return new DeviceDecisions(device.id(), classes, said, estimate);
  }

  private static RunStarted started(DeviceNetwork network) {
    List<DeviceDescription> devices =
        IntStream.range(0, DEVICES.size())
            .mapToObj(
                n ->
                    new DeviceDescription(
                        DEVICES.get(n),
                        n % 2 == 0 ? "softmax" : "mlp",
                        network.devices().get(n).model().parameters(),
                        60,
                        n == LIAR ? "label-flip" : ""))
            .toList();
    return new RunStarted(
        "recorded",
        3,
        ROUNDS,
        Map.of("algorithm", "distributed-distillation", "topology", "ring", "transport", "mqtt"),
        devices,
        network.graph().edges(),
        new Mixing(false, 0.5));
  }

  private static PluginSet pluginSet() {
    List<Optional<Attack>> attacks =
        new ArrayList<>(Collections.nCopies(DEVICES.size(), Optional.empty()));
    attacks.set(LIAR, Optional.of(new LabelFlip()));
    return new PluginSet(
        new PrivateDigits(),
        new Dirichlet(0.5, 10, 60),
        new ReferenceDigits(300),
        new Ring(),
        new TrackingMean(),
        new UniformWeighting(),
        new Float32(),
        new InProcessTransport(),
        new DistributedDistillation(
            new DistributedDistillation.Options(
                3,
                DistillationLoss.SQUARED,
                16,
                1,
                new StepSize(0.1f, 0.001f, StepSize.Schedule.INVERSE))),
        IntStream.range(0, DEVICES.size())
            .<Architecture>mapToObj(
                n -> n % 2 == 0 ? new Softmax() : new Mlp(new int[] {8}, Activation.TANH))
            .toList(),
        attacks);
  }

  private static Experiment experiment() {
    Map<PluginKind, PluginChoice> plugins = new EnumMap<>(PluginKind.class);
    for (PluginKind kind : PluginKind.values()) {
      plugins.put(kind, choice(kind));
    }
    List<DeviceSpec> devices = new ArrayList<>();
    DEVICES.forEach(id -> devices.add(new DeviceSpec(id, choice(PluginKind.ARCHITECTURE))));
    devices.set(LIAR, devices.get(LIAR).withAttack(choice(PluginKind.ATTACK)));
    return new ExperimentBuilder()
        .name("recorded")
        .seed(3)
        .rounds(ROUNDS)
        .evaluateEvery(EVERY)
        .training(new Training(1, 16))
        .plugins(plugins)
        .devices(devices)
        .build();
  }

  private static PluginChoice choice(PluginKind kind) {
    return new PluginChoice(kind, "plain", Map.of(), new Origin("plain.yaml", 1, kind.key()));
  }
}
