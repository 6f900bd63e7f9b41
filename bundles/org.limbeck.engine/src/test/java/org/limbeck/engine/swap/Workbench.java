package org.limbeck.engine.swap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.limbeck.aggregation.NeighbourMean;
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
import org.limbeck.api.weighting.Weighting;
import org.limbeck.architectures.vector.Activation;
import org.limbeck.architectures.vector.Mlp;
import org.limbeck.architectures.vector.Softmax;
import org.limbeck.attacks.LabelFlip;
import org.limbeck.codecs.Float16;
import org.limbeck.codecs.Float32;
import org.limbeck.datasets.digits.PrivateDigits;
import org.limbeck.datasets.digits.ReferenceDigits;
import org.limbeck.engine.PlainRun;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.network.CheckpointRestorer;
import org.limbeck.engine.network.DeviceFactory;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.placement.InProcessPlacement;
import org.limbeck.engine.round.RoundExecutor;
import org.limbeck.engine.worker.WorkerPool;
import org.limbeck.exchange.endpoint.InProcessTransport;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentBuilder;
import org.limbeck.experiment.HandoverSettings;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.partitions.Dirichlet;
import org.limbeck.topologies.BaseGraph;
import org.limbeck.topologies.Complete;
import org.limbeck.topologies.Ring;
import org.limbeck.topologies.Star;
import org.limbeck.weightings.ConfidenceWeighting;
import org.limbeck.weightings.DensityWeighting;
import org.limbeck.weightings.RowWeighting;
import org.limbeck.weightings.UniformWeighting;

/** Devices on digits that can be rewired in plain Java, without OSGi. */
public final class Workbench implements AutoCloseable {
  private final Map<PluginChoice, Object> services = new HashMap<>();
  private final WorkerPool workers = new WorkerPool(2);
  private final List<RunEvent> events = new ArrayList<>();
  private final RoundExecutor rounds = new RoundExecutor(workers, Duration.ZERO, events::add);
  private ActiveNetwork activeNetwork;
  private long round;

  public Workbench(int devices, long seed) {
    this(devices, seed, ExecutionMode.LOCK_STEP, Set.of());
  }

  /**
   * Makes devices that exchange at a pace, some of which lie.
   *
   * @param liars the ids of those that do
   */
  public Workbench(int devices, long seed, ExecutionMode pace, Set<String> liars) {
    service(PluginKind.DATA, "digits", new PrivateDigits());
    service(PluginKind.PARTITION, "dirichlet", new Dirichlet(0.5, 10, 60));
    service(PluginKind.REFERENCE, "500", new ReferenceDigits(500));
    service(PluginKind.REFERENCE, "200", new ReferenceDigits(200));
    service(PluginKind.TOPOLOGY, "ring", new Ring());
    service(PluginKind.TOPOLOGY, "complete", new Complete());
    service(PluginKind.TOPOLOGY, "star", new Star());
    service(PluginKind.TOPOLOGY, "base-graph", new BaseGraph(1));
    service(PluginKind.AGGREGATION, "witnessed", new WitnessedMean());
    service(PluginKind.AGGREGATION, "another", new WitnessedMean());
    service(PluginKind.AGGREGATION, "tracking", new TrackingMean());
    service(PluginKind.AGGREGATION, "neighbours", new NeighbourMean());
    service(PluginKind.WEIGHTING, "uniform", new UniformWeighting());
    service(PluginKind.WEIGHTING, "by-confidence", new ConfidenceWeighting(2, 0.6f));
    service(PluginKind.WEIGHTING, "by-density", new DensityWeighting(0.8f, 0.001f, 8));
    service(PluginKind.WEIGHTING, "by-row", new RowWeighting(0.8f, 0.05f, 8));
    service(PluginKind.ATTACK, "label-flip", new LabelFlip());
    service(PluginKind.CODEC, "float32", new Float32());
    service(PluginKind.CODEC, "float16", new Float16());
    service(PluginKind.TRANSPORT, "in-process", new InProcessTransport());
    service(PluginKind.TRANSPORT, "another", new InProcessTransport());
    service(PluginKind.TRANSPORT, "apart", apart(new InProcessTransport()));
    service(PluginKind.ALGORITHM, "distillation", PlainRun.DISTILLATION);
    service(PluginKind.ALGORITHM, "local", PlainRun.LOCAL);
    service(PluginKind.ARCHITECTURE, "mlp", new Mlp(new int[] {32}, Activation.TANH));
    service(PluginKind.ARCHITECTURE, "deep", new Mlp(new int[] {24, 24}, Activation.TANH));
    service(PluginKind.ARCHITECTURE, "softmax", new Softmax());
    Experiment experiment = experiment(devices, seed, pace, liars);
    PluginSet pluginSet = bind(experiment);
    activeNetwork =
        new ActiveNetwork(
            experiment,
            pluginSet,
            new DeviceFactory(experiment, pluginSet, new InProcessPlacement()).assemble());
  }

  /** Returns a transport of which nothing is known but that it carries frames. */
  private static Transport apart(Transport carrier) {
    return (device, sink) -> carrier.open(device, sink);
  }

  public static PluginChoice choice(PluginKind kind, String name) {
    return new PluginChoice(kind, name, Map.of(), new Origin("bench.yaml", 1, kind.key()));
  }

  public ActiveNetwork activeNetwork() {
    return activeNetwork;
  }

  public void activeNetwork(ActiveNetwork other) {
    activeNetwork = other;
  }

  public Experiment experiment() {
    return activeNetwork.experiment();
  }

  /** Puts a service in the place of another one of the same name. */
  public void service(PluginKind kind, String name, Object service) {
    services.put(choice(kind, name), service);
  }

  public void run(int count) {
    try {
      for (int i = 0; i < count; i++) {
        rounds.step(activeNetwork.network(), round++);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("nothing is waited for in one process", e);
    }
  }

  public double meanAccuracy() {
    rounds.evaluate(activeNetwork.network(), round);
    RoundEvaluated last = (RoundEvaluated) events.get(events.size() - 1);
    return last.devices().stream()
        .mapToDouble(DeviceEvaluation::testAccuracy)
        .average()
        .orElseThrow();
  }

  public Experiment with(PluginKind kind, String name) {
    Map<PluginKind, PluginChoice> plugins = new EnumMap<>(experiment().plugins());
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
    devices.add(new DeviceSpec(id, choice(PluginKind.ARCHITECTURE, architecture)));
    return withDevices(devices);
  }

  public Experiment withArchitecture(String id, String architecture) {
    return withDevices(
        experiment().devices().stream()
            .map(
                device ->
                    device.id().equals(id)
                        ? new DeviceSpec(id, choice(PluginKind.ARCHITECTURE, architecture))
                        : device)
            .toList());
  }

  /** Prepares a swap, which the caller commits or closes. */
  public PreparedSwap prepare(Experiment next) {
    return new NetworkRebuilder(workers, activeNetwork, next, bind(next), new DeviceStates(), round)
        .prepare();
  }

  public PreparedSwap swap(Experiment next) {
    PreparedSwap preparedSwap = prepare(next);
    activeNetwork = preparedSwap.commit();
    return preparedSwap;
  }

  public PluginSet bind(Experiment experiment) {
    return new PluginSet(
        get(experiment.plugin(PluginKind.DATA), PrivateDataset.class),
        get(experiment.plugin(PluginKind.PARTITION), Partition.class),
        get(experiment.plugin(PluginKind.REFERENCE), ReferenceDataset.class),
        get(experiment.plugin(PluginKind.TOPOLOGY), Topology.class),
        get(experiment.plugin(PluginKind.AGGREGATION), AggregationRule.class),
        get(experiment.plugin(PluginKind.WEIGHTING), Weighting.class),
        get(experiment.plugin(PluginKind.CODEC), Codec.class),
        get(experiment.plugin(PluginKind.TRANSPORT), Transport.class),
        get(experiment.plugin(PluginKind.ALGORITHM), Algorithm.class),
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
    activeNetwork.network().close();
  }

  private <T> T get(PluginChoice choice, Class<T> type) {
    return type.cast(services.get(choice));
  }

  private Experiment changed(Map<PluginKind, PluginChoice> plugins, List<DeviceSpec> devices) {
    return experiment().toBuilder().plugins(plugins).devices(devices).build();
  }

  private static Experiment experiment(
      int devices, long seed, ExecutionMode pace, Set<String> liars) {
    Map<PluginKind, PluginChoice> plugins = new EnumMap<>(PluginKind.class);
    plugins.put(PluginKind.DATA, choice(PluginKind.DATA, "digits"));
    plugins.put(PluginKind.PARTITION, choice(PluginKind.PARTITION, "dirichlet"));
    plugins.put(PluginKind.REFERENCE, choice(PluginKind.REFERENCE, "500"));
    plugins.put(PluginKind.TOPOLOGY, choice(PluginKind.TOPOLOGY, "ring"));
    plugins.put(PluginKind.AGGREGATION, choice(PluginKind.AGGREGATION, "witnessed"));
    plugins.put(PluginKind.WEIGHTING, choice(PluginKind.WEIGHTING, "uniform"));
    plugins.put(PluginKind.CODEC, choice(PluginKind.CODEC, "float32"));
    plugins.put(PluginKind.TRANSPORT, choice(PluginKind.TRANSPORT, "in-process"));
    plugins.put(PluginKind.ALGORITHM, choice(PluginKind.ALGORITHM, "distillation"));
    List<DeviceSpec> specs =
        IntStream.rangeClosed(1, devices)
            .mapToObj(
                n ->
                    new DeviceSpec(
                        "device-" + n,
                        choice(PluginKind.ARCHITECTURE, n % 3 == 0 ? "softmax" : "mlp")))
            .map(
                device ->
                    liars.contains(device.id())
                        ? device.withAttack(choice(PluginKind.ATTACK, "label-flip"))
                        : device)
            .toList();
    return new ExperimentBuilder()
        .name("bench")
        .seed(seed)
        .rounds(1_000)
        .training(new Training(1, 16))
        .handover(new HandoverSettings(60, 64, 0.2f))
        .pace(pace)
        .plugins(plugins)
        .devices(specs)
        .build();
  }

  /** Makes the devices of a checkpoint. */
  public DeviceNetwork restored(Checkpoint checkpoint, PluginSet pluginSet) {
    Experiment current = experiment();
    DeviceFactory devices = new DeviceFactory(current, pluginSet, new InProcessPlacement());
    return new CheckpointRestorer(checkpoint, current, pluginSet, devices).restore();
  }
}
