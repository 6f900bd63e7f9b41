package org.limbeck.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.limbeck.aggregation.TrackingMean;
import org.limbeck.algorithms.DistributedDistillation;
import org.limbeck.algorithms.LocalOnly;
import org.limbeck.algorithms.StepSize;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.transport.Transport;
import org.limbeck.api.weighting.Weighting;
import org.limbeck.architectures.vector.Activation;
import org.limbeck.architectures.vector.Mlp;
import org.limbeck.architectures.vector.Softmax;
import org.limbeck.codecs.Float32;
import org.limbeck.datasets.digits.PrivateDigits;
import org.limbeck.datasets.digits.ReferenceDigits;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.network.DeviceFactory;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.placement.InProcessPlacement;
import org.limbeck.engine.placement.SplitPlacement;
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

/** A run of MLPs and softmax regressions on digits, put together in plain Java without OSGi. */
public record PlainRun(
    long seed,
    int devices,
    long rounds,
    long evaluateEvery,
    Topology topology,
    Algorithm algorithm,
    Training training,
    Weighting weighting) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  public static final StepSize STEP_SIZE = new StepSize(0.1f, 0.001f, StepSize.Schedule.INVERSE);
  public static final Algorithm DISTILLATION =
      new DistributedDistillation(
          new DistributedDistillation.Options(3, DistillationLoss.SQUARED, 64, 1, STEP_SIZE));
  public static final Algorithm LOCAL = new LocalOnly(STEP_SIZE);

  public PlainRun(
      long seed,
      int devices,
      long rounds,
      long evaluateEvery,
      Topology topology,
      Algorithm algorithm) {
    this(
        seed,
        devices,
        rounds,
        evaluateEvery,
        topology,
        algorithm,
        new Training(1, 32),
        new UniformWeighting());
  }

  public static PlainRun ofRing(int devices, long rounds) {
    return new PlainRun(1, devices, rounds, rounds, new Ring(), DISTILLATION);
  }

  public PlainRun with(Algorithm other) {
    return new PlainRun(seed, devices, rounds, evaluateEvery, topology, other, training, weighting);
  }

  public PlainRun with(Topology other) {
    return new PlainRun(
        seed, devices, rounds, evaluateEvery, other, algorithm, training, weighting);
  }

  public PlainRun withSeed(long other) {
    return new PlainRun(
        other, devices, rounds, evaluateEvery, topology, algorithm, training, weighting);
  }

  public PlainRun with(Training other) {
    return new PlainRun(
        seed, devices, rounds, evaluateEvery, topology, algorithm, other, weighting);
  }

  public PlainRun with(Weighting other) {
    return new PlainRun(seed, devices, rounds, evaluateEvery, topology, algorithm, training, other);
  }

  public DeviceNetwork network() {
    return network(UnaryOperator.identity());
  }

  public DeviceNetwork network(UnaryOperator<Transport> transport) {
    return new DeviceFactory(experiment(), pluginSet(transport), new InProcessPlacement())
        .assemble();
  }

  PluginSet pluginSet(UnaryOperator<Transport> transport) {
    List<Architecture> architectures =
        IntStream.range(0, devices)
            .<Architecture>mapToObj(
                n -> n % 3 == 2 ? new Softmax() : new Mlp(new int[] {64}, Activation.TANH))
            .toList();
    return new PluginSet(
        new PrivateDigits(),
        new Dirichlet(0.5, 10, 80),
        new ReferenceDigits(600),
        topology,
        new TrackingMean(),
        weighting,
        new Float32(),
        transport.apply(new InProcessTransport()),
        algorithm,
        architectures,
        Collections.nCopies(architectures.size(), Optional.empty()));
  }

  /** Runs on some threads and returns all that was told, in order. */
  public List<RunEvent> events(int threads) throws InterruptedException {
    return events(threads, UnaryOperator.identity());
  }

  /** Runs on some threads over a transport and returns all that was told, in order. */
  public List<RunEvent> events(int threads, UnaryOperator<Transport> transport)
      throws InterruptedException {
    List<RunEvent> events = new ArrayList<>();
    try (DeviceNetwork network = network(transport);
        WorkerPool workers = new WorkerPool(threads)) {
      RoundExecutor roundExecutor = new RoundExecutor(workers, Duration.ZERO, events::add);
      roundExecutor.evaluate(network, 0);
      for (long round = 0; round < rounds; round++) {
        roundExecutor.step(network, round);
        if ((round + 1) % evaluateEvery == 0 || round + 1 == rounds) {
          roundExecutor.evaluate(network, round + 1);
        }
      }
      events.add(new RunCompleted(rounds));
    }
    return events;
  }

  /** Runs some of the devices, while others run elsewhere, and returns all that was told. */
  public List<RunEvent> eventsOfPart(List<Integer> places, Transport transport)
      throws InterruptedException {
    Experiment experiment = experiment();
    List<RunEvent> told = new ArrayList<>();
    PluginSet pluginSet = pluginSet(any -> transport);
    try (SplitPlacement placement =
            new SplitPlacement(
                experiment, pluginSet, places, Optional.empty(), List.of(0L), PATIENCE);
        DeviceNetwork network = new DeviceFactory(experiment, pluginSet, placement).assemble();
        WorkerPool workers = new WorkerPool(1)) {
      placement.begin(Optional.of(network.graph()));
      RoundExecutor roundExecutor = new RoundExecutor(workers, PATIENCE, told::add);
      roundExecutor.evaluate(network, 0);
      for (long round = 0; round < rounds; round++) {
        roundExecutor.step(network, round);
      }
      roundExecutor.evaluate(network, rounds);
    }
    return told;
  }

  public RoundEvaluated lastEvaluation(int threads) throws InterruptedException {
    return events(threads).stream()
        .filter(RoundEvaluated.class::isInstance)
        .map(RoundEvaluated.class::cast)
        .reduce((former, latter) -> latter)
        .orElseThrow();
  }

  Experiment experiment() {
    Map<PluginKind, PluginChoice> plugins = new EnumMap<>(PluginKind.class);
    for (PluginKind kind : PluginKind.values()) {
      plugins.put(kind, choice(kind));
    }
    List<DeviceSpec> specs =
        IntStream.rangeClosed(1, devices)
            .mapToObj(
                n -> new DeviceSpec("device-" + n, architecture(n % 3 == 0 ? "softmax" : "mlp")))
            .toList();
    return new ExperimentBuilder()
        .name("plain")
        .seed(seed)
        .rounds(rounds)
        .evaluateEvery(evaluateEvery)
        .training(training)
        .plugins(plugins)
        .devices(specs)
        .build();
  }

  private static PluginChoice architecture(String name) {
    Origin origin = new Origin("plain.yaml", 1, "devices");
    return new PluginChoice(PluginKind.ARCHITECTURE, name, Map.of(), origin);
  }

  private static PluginChoice choice(PluginKind kind) {
    return new PluginChoice(kind, "plain", Map.of(), new Origin("plain.yaml", 1, kind.key()));
  }
}
