package org.limbeck.engine.rewiring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.limbeck.aggregation.TrackingMean;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.attack.Attack;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.partition.Partition;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.transport.Transport;
import org.limbeck.architectures.vector.Activation;
import org.limbeck.architectures.vector.Mlp;
import org.limbeck.architectures.vector.Softmax;
import org.limbeck.attacks.LabelFlip;
import org.limbeck.codecs.Float16;
import org.limbeck.codecs.Float32;
import org.limbeck.datasets.digits.PrivateDigits;
import org.limbeck.datasets.digits.ReferenceDigits;
import org.limbeck.engine.PlainRun;
import org.limbeck.engine.consensus.MixingWeights;
import org.limbeck.engine.device.Assembler;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Handover;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.Origin;
import org.limbeck.engine.experiment.Pace;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.experiment.Trigger;
import org.limbeck.engine.network.InProcessTransport;
import org.limbeck.engine.round.LockStep;
import org.limbeck.engine.round.Workers;
import org.limbeck.engine.wiring.Wiring;
import org.limbeck.partitions.Dirichlet;
import org.limbeck.topologies.Complete;
import org.limbeck.topologies.Ring;
import org.limbeck.topologies.Star;

/** Devices on digits that can be rewired in plain Java, without OSGi. */
public final class Workbench implements AutoCloseable {
  private final Map<PluginChoice, Object> services = new HashMap<>();
  private final Workers workers = new Workers(2);
  private final List<RunEvent> events = new ArrayList<>();
  private final LockStep rounds = new LockStep(workers, events::add);
  private Situation situation;
  private long round;

  public Workbench(int devices, long seed) {
    this(devices, seed, Pace.LOCK_STEP, Set.of());
  }

  /**
   * Makes devices that exchange at a pace, some of which lie.
   *
   * @param liars the ids of those that do
   */
  public Workbench(int devices, long seed, Pace pace, Set<String> liars) {
    service(Kind.DATA, "digits", new PrivateDigits());
    service(Kind.PARTITION, "dirichlet", new Dirichlet(0.5, 10, 60));
    service(Kind.REFERENCE, "500", new ReferenceDigits(500));
    service(Kind.REFERENCE, "200", new ReferenceDigits(200));
    service(Kind.TOPOLOGY, "ring", new Ring());
    service(Kind.TOPOLOGY, "complete", new Complete());
    service(Kind.TOPOLOGY, "star", new Star());
    service(Kind.AGGREGATION, "witnessed", new WitnessedMean());
    service(Kind.AGGREGATION, "another", new WitnessedMean());
    service(Kind.AGGREGATION, "tracking", new TrackingMean());
    service(Kind.ATTACK, "label-flip", new LabelFlip());
    service(Kind.CODEC, "float32", new Float32());
    service(Kind.CODEC, "float16", new Float16());
    service(Kind.TRANSPORT, "in-process", new InProcessTransport());
    service(Kind.TRANSPORT, "another", new InProcessTransport());
    service(Kind.TRANSPORT, "apart", apart(new InProcessTransport()));
    service(Kind.ALGORITHM, "distillation", PlainRun.DISTILLATION);
    service(Kind.ALGORITHM, "local", PlainRun.LOCAL);
    service(Kind.ARCHITECTURE, "mlp", new Mlp(new int[] {32}, Activation.TANH));
    service(Kind.ARCHITECTURE, "deep", new Mlp(new int[] {24, 24}, Activation.TANH));
    service(Kind.ARCHITECTURE, "softmax", new Softmax());
    Experiment experiment = experiment(devices, seed, pace, liars);
    Wiring wiring = wire(experiment);
    situation = new Situation(experiment, wiring, new Assembler(experiment, wiring).assemble());
  }

  /** Returns a transport of which nothing is known but that it carries frames. */
  private static Transport apart(Transport carrier) {
    return (device, sink) -> carrier.open(device, sink);
  }

  public static PluginChoice choice(Kind kind, String name) {
    return new PluginChoice(kind, name, Map.of(), new Origin("bench.yaml", 1, kind.key()));
  }

  public Situation situation() {
    return situation;
  }

  public void situation(Situation other) {
    situation = other;
  }

  public Experiment experiment() {
    return situation.experiment();
  }

  /** Puts a service in the place of another one of the same name. */
  public void service(Kind kind, String name, Object service) {
    services.put(choice(kind, name), service);
  }

  public void run(int count) {
    try {
      for (int i = 0; i < count; i++) {
        rounds.step(situation.network(), round++);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("nothing is waited for in one process", e);
    }
  }

  public double meanAccuracy() {
    rounds.evaluate(situation.network(), round);
    RoundEvaluated last = (RoundEvaluated) events.get(events.size() - 1);
    return last.devices().stream()
        .mapToDouble(DeviceEvaluation::testAccuracy)
        .average()
        .orElseThrow();
  }

  public Experiment with(Kind kind, String name) {
    Map<Kind, PluginChoice> plugins = new EnumMap<>(experiment().plugins());
    plugins.put(kind, choice(kind, name));
    return changed(plugins, experiment().devices());
  }

  public Experiment withDevices(List<DeviceSpec> devices) {
    return changed(experiment().plugins(), devices);
  }

  public Experiment without(String id) {
    return withDevices(
        experiment().devices().stream().filter(device -> !device.id().equals(id)).toList());
  }

  public Experiment withNewcomer(String id, String architecture) {
    List<DeviceSpec> devices = new ArrayList<>(experiment().devices());
    devices.add(new DeviceSpec(id, choice(Kind.ARCHITECTURE, architecture)));
    return withDevices(devices);
  }

  public Experiment withArchitecture(String id, String architecture) {
    return withDevices(
        experiment().devices().stream()
            .map(
                device ->
                    device.id().equals(id)
                        ? new DeviceSpec(id, choice(Kind.ARCHITECTURE, architecture))
                        : device)
            .toList());
  }

  /** Prepares a rewiring, which the caller commits or closes. */
  public Rewiring prepare(Experiment next) {
    return new Rewirer(workers, situation, next, wire(next), new States(), round).prepare();
  }

  public Rewiring rewire(Experiment next) {
    Rewiring rewiring = prepare(next);
    situation = rewiring.commit();
    return rewiring;
  }

  public Wiring wire(Experiment experiment) {
    return new Wiring(
        get(experiment.plugin(Kind.DATA), PrivateDataset.class),
        get(experiment.plugin(Kind.PARTITION), Partition.class),
        get(experiment.plugin(Kind.REFERENCE), ReferenceDataset.class),
        get(experiment.plugin(Kind.TOPOLOGY), Topology.class),
        get(experiment.plugin(Kind.AGGREGATION), AggregationRule.class),
        get(experiment.plugin(Kind.CODEC), Codec.class),
        get(experiment.plugin(Kind.TRANSPORT), Transport.class),
        get(experiment.plugin(Kind.ALGORITHM), Algorithm.class),
        experiment.devices().stream()
            .map(device -> get(device.architecture(), Architecture.class))
            .toList(),
        experiment.devices().stream()
            .map(device -> device.attack().map(choice -> get(choice, Attack.class)))
            .toList());
  }

  @Override
  public void close() {
    workers.close();
    situation.network().close();
  }

  private <T> T get(PluginChoice choice, Class<T> type) {
    return type.cast(services.get(choice));
  }

  private Experiment changed(Map<Kind, PluginChoice> plugins, List<DeviceSpec> devices) {
    return experiment()
        .rewired(plugins, devices, experiment().training(), experiment().evaluateEvery());
  }

  private static Experiment experiment(int devices, long seed, Pace pace, Set<String> liars) {
    Map<Kind, PluginChoice> plugins = new EnumMap<>(Kind.class);
    plugins.put(Kind.DATA, choice(Kind.DATA, "digits"));
    plugins.put(Kind.PARTITION, choice(Kind.PARTITION, "dirichlet"));
    plugins.put(Kind.REFERENCE, choice(Kind.REFERENCE, "500"));
    plugins.put(Kind.TOPOLOGY, choice(Kind.TOPOLOGY, "ring"));
    plugins.put(Kind.AGGREGATION, choice(Kind.AGGREGATION, "witnessed"));
    plugins.put(Kind.CODEC, choice(Kind.CODEC, "float32"));
    plugins.put(Kind.TRANSPORT, choice(Kind.TRANSPORT, "in-process"));
    plugins.put(Kind.ALGORITHM, choice(Kind.ALGORITHM, "distillation"));
    List<DeviceSpec> specs =
        IntStream.rangeClosed(1, devices)
            .mapToObj(
                n ->
                    new DeviceSpec(
                        "device-" + n, choice(Kind.ARCHITECTURE, n % 3 == 0 ? "softmax" : "mlp")))
            .map(
                device ->
                    liars.contains(device.id())
                        ? device.lyingBy(choice(Kind.ATTACK, "label-flip"))
                        : device)
            .toList();
    return new Experiment(
        "bench",
        "",
        seed,
        1_000,
        100,
        100,
        new Training(1, 16),
        new Handover(60, 64, 0.2f),
        Trigger.NONE,
        MixingWeights.METROPOLIS,
        pace,
        plugins,
        Optional.empty(),
        specs,
        List.of());
  }
}
