package org.limbeck.engine;

import java.time.Duration;
import java.util.ArrayList;
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
import org.limbeck.architectures.vector.Activation;
import org.limbeck.architectures.vector.Mlp;
import org.limbeck.architectures.vector.Softmax;
import org.limbeck.codecs.Float32;
import org.limbeck.datasets.digits.PrivateDigits;
import org.limbeck.datasets.digits.ReferenceDigits;
import org.limbeck.engine.consensus.MixingWeights;
import org.limbeck.engine.device.Assembler;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Handover;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.Origin;
import org.limbeck.engine.experiment.Pace;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.experiment.Trigger;
import org.limbeck.engine.membership.Announcement;
import org.limbeck.engine.membership.Gathering;
import org.limbeck.engine.membership.Part;
import org.limbeck.engine.network.InProcessTransport;
import org.limbeck.engine.round.LockStep;
import org.limbeck.engine.round.Workers;
import org.limbeck.engine.wiring.Wiring;
import org.limbeck.partitions.Dirichlet;
import org.limbeck.topologies.Ring;

/** A run of MLPs and softmax regressions on digits, put together in plain Java without OSGi. */
public record PlainRun(
    long seed,
    int devices,
    long rounds,
    long evaluateEvery,
    Topology topology,
    Algorithm algorithm,
    Training training) {

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
    this(seed, devices, rounds, evaluateEvery, topology, algorithm, new Training(1, 32));
  }

  public static PlainRun ofRing(int devices, long rounds) {
    return new PlainRun(1, devices, rounds, rounds, new Ring(), DISTILLATION);
  }

  public PlainRun with(Algorithm other) {
    return new PlainRun(seed, devices, rounds, evaluateEvery, topology, other, training);
  }

  public PlainRun with(Topology other) {
    return new PlainRun(seed, devices, rounds, evaluateEvery, other, algorithm, training);
  }

  public PlainRun withSeed(long other) {
    return new PlainRun(other, devices, rounds, evaluateEvery, topology, algorithm, training);
  }

  public PlainRun with(Training other) {
    return new PlainRun(seed, devices, rounds, evaluateEvery, topology, algorithm, other);
  }

  public Network network() {
    return network(UnaryOperator.identity());
  }

  public Network network(UnaryOperator<Transport> transport) {
    return new Assembler(experiment(), wiring(transport)).assemble();
  }

  Wiring wiring(UnaryOperator<Transport> transport) {
    List<Architecture> architectures =
        IntStream.range(0, devices)
            .mapToObj(n -> n % 3 == 2 ? new Softmax() : new Mlp(new int[] {64}, Activation.TANH))
            .map(Architecture.class::cast)
            .toList();
    return new Wiring(
        new PrivateDigits(),
        new Dirichlet(0.5, 10, 80),
        new ReferenceDigits(600),
        topology,
        new TrackingMean(),
        new Float32(),
        transport.apply(new InProcessTransport()),
        algorithm,
        architectures);
  }

  /** Runs on some threads and returns all that was told, in order. */
  public List<RunEvent> events(int threads) throws InterruptedException {
    return events(threads, UnaryOperator.identity());
  }

  /** Runs on some threads over a transport and returns all that was told, in order. */
  public List<RunEvent> events(int threads, UnaryOperator<Transport> transport)
      throws InterruptedException {
    List<RunEvent> events = new ArrayList<>();
    try (Network network = network(transport);
        Workers workers = new Workers(threads)) {
      LockStep lockStep = new LockStep(workers, events::add);
      lockStep.evaluate(network, 0);
      for (long round = 0; round < rounds; round++) {
        lockStep.step(network, round);
        if ((round + 1) % evaluateEvery == 0 || round + 1 == rounds) {
          lockStep.evaluate(network, round + 1);
        }
      }
      events.add(new RunCompleted(rounds));
    }
    return events;
  }

  /** Runs some of the devices, while others run elsewhere, and returns all that was told. */
  public List<RunEvent> eventsOfPart(Part part, Transport transport) throws InterruptedException {
    Experiment experiment = experiment();
    List<RunEvent> told = new ArrayList<>();
    Announcement announcement =
        new Announcement("plain", "", 10, "float32", List.of(0L), 0, Announcement.State.PRESENT);
    try (Gathering gathering =
            new Gathering(
                experiment.plugin(Kind.TRANSPORT),
                transport,
                experiment.deviceIds(),
                part,
                announcement);
        Network network =
            new Assembler(experiment, wiring(any -> transport), part, gathering::station)
                .assemble();
        Workers workers = new Workers(1)) {
      gathering.gather(Optional.of(network.graph()), PATIENCE);
      LockStep lockStep = new LockStep(workers, PATIENCE, told::add);
      lockStep.evaluate(network, 0);
      for (long round = 0; round < rounds; round++) {
        lockStep.step(network, round);
      }
      lockStep.evaluate(network, rounds);
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
    Map<Kind, PluginChoice> plugins = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      plugins.put(kind, choice(kind));
    }
    List<DeviceSpec> specs =
        IntStream.rangeClosed(1, devices)
            .mapToObj(
                n -> new DeviceSpec("device-" + n, architecture(n % 3 == 0 ? "softmax" : "mlp")))
            .toList();
    return new Experiment(
        "plain",
        "",
        seed,
        rounds,
        evaluateEvery,
        100,
        training,
        Handover.DEFAULT,
        Trigger.NONE,
        MixingWeights.METROPOLIS,
        Pace.LOCK_STEP,
        plugins,
        Optional.empty(),
        specs,
        List.of());
  }

  private static PluginChoice architecture(String name) {
    Origin origin = new Origin("plain.yaml", 1, "devices");
    return new PluginChoice(Kind.ARCHITECTURE, name, Map.of(), origin);
  }

  private static PluginChoice choice(Kind kind) {
    return new PluginChoice(kind, "plain", Map.of(), new Origin("plain.yaml", 1, kind.key()));
  }
}
