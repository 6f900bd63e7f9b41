package org.limbeck.engine.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.adversary.Adversary;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.exchange.async.Incarnations;
import org.limbeck.exchange.channel.PublicCopySource;
import org.limbeck.exchange.channel.SharedPublicCopies;
import org.limbeck.exchange.endpoint.Clocked;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.Endpoints;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.neighbours.WeightedNeighbours;
import org.limbeck.exchange.random.RandomStreams;
import org.limbeck.exchange.server.AveragingServer;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;

/**
 * Makes the parts of devices from the services of a wiring, and puts them together. Plug-ins that
 * refuse are named in an {@link org.limbeck.experiment.InvalidInputException}.
 */
public final class DeviceFactory {
  private final Experiment experiment;
  private final PluginSet pluginSet;
  private final RandomStreams streams;
  private final RandomStreams ownStreams;
  private final Credentials credentials;
  private final Optional<SharedPublicCopies> shared;
  private final Optional<AveragingServer> server;
  private final WeightedNeighbours weightedNeighbours;
  private final LocalDevices localDevices;
  private final Endpoints endpoints;
  private final CompatibilityCheck requirements;
  private final DataPartitioning shares;
  private final Envelope envelope;

  /**
   * Makes an assembler of all devices.
   *
   * @throws org.limbeck.experiment.InvalidInputException if the reference rows are not of the shape
   *     of the private rows
   */
  public DeviceFactory(Experiment experiment, PluginSet pluginSet) {
    this(experiment, pluginSet, LocalDevices.whole(experiment.devices().size()));
  }

  /** Makes an assembler of some devices, which opens their places on the transport. */
  public DeviceFactory(Experiment experiment, PluginSet pluginSet, LocalDevices localDevices) {
    this(experiment, pluginSet, localDevices, opening(experiment, pluginSet), Credentials.NONE);
  }

  /**
   * Makes an assembler of all devices.
   *
   * @param credentials what tells them from others
   */
  public DeviceFactory(Experiment experiment, PluginSet pluginSet, Credentials credentials) {
    this(
        experiment,
        pluginSet,
        LocalDevices.whole(experiment.devices().size()),
        opening(experiment, pluginSet),
        credentials);
  }

  /**
   * Makes an assembler of some devices.
   *
   * @param endpoints their places on the transport
   * @throws org.limbeck.experiment.InvalidInputException if the reference rows are not of the shape
   *     of the private rows
   */
  public DeviceFactory(
      Experiment experiment, PluginSet pluginSet, LocalDevices localDevices, Endpoints endpoints) {
    this(experiment, pluginSet, localDevices, endpoints, Credentials.NONE);
  }

  /**
   * Makes an assembler of some devices.
   *
   * @param endpoints their places on the transport
   * @param credentials what tells them from others
   */
  public DeviceFactory(
      Experiment experiment,
      PluginSet pluginSet,
      LocalDevices localDevices,
      Endpoints endpoints,
      Credentials credentials) {
    this.experiment = experiment;
    this.pluginSet = pluginSet;
    this.localDevices = localDevices;
    this.endpoints = endpoints;
    this.credentials = credentials;
    this.streams = new RandomStreams(experiment.seed());
    this.ownStreams =
        credentials.secret() == 0
            ? streams
            : new RandomStreams(experiment.seed() ^ credentials.secret());
    this.shared =
        pluginSet.transport().isImmediate() && !isAsynchronous()
            ? Optional.of(new SharedPublicCopies())
            : Optional.empty();
    this.server = shared.map(copies -> new AveragingServer(pluginSet.codec()));
    this.weightedNeighbours = new WeightedNeighbours(experiment.deviceIds(), experiment.mixing());
    this.requirements = new CompatibilityCheck(experiment, pluginSet);
    requirements.check();
    this.shares = new DataPartitioning(experiment, pluginSet, streams, isOnItsOwn());
    this.envelope = envelope();
  }

  /** Makes the devices, as they are before the first round. */
  public DeviceNetwork assemble() {
    int[][] rows = shares.all(0);
    Graph graph = connect(0);
    try (DeviceNetworkBuilder network = new DeviceNetworkBuilder(this)) {
      for (int n : localDevices.places()) {
        Model model = network.own(model(n, 0));
        Endpoint endpoint = network.own(endpoint(n));
        network.add(device(n, graph, rows[n], model, estimate(), endpoint, PublicCopySource.FRESH));
      }
      return network.build(graph);
    }
  }

  /** Draws the communication graph as of a round; a device on its own is alone on it. */
  public Graph connect(long round) {
    if (isOnItsOwn()) {
      return new Graph(1, List.of());
    }
    return new GraphFactory(experiment.plugin(PluginKind.TOPOLOGY), pluginSet.topology())
        .connect(experiment.deviceIds(), streams.shared("topology", round));
  }

  /**
   * Draws the private rows of a device that joins: a share as large as if all were divided anew. It
   * may have rows that others have too.
   */
  public int[] newcomerRows(long round) {
    return shares.last(round);
  }

  /** Returns the private rows of a device that has been saved: on its own, all there are now. */
  public int[] restoredRows(int[] saved, long round) {
    return isOnItsOwn() ? newcomerRows(round) : saved;
  }

  /** Makes the untrained model of device n, as of a round. */
  public Model model(int n, long round) {
    DeviceSpec spec = experiment.devices().get(n);
    Model model =
        PluginErrors.blaming(
            spec.architecture(),
            () ->
                pluginSet
                    .architectures()
                    .get(n)
                    .create(
                        pluginSet.data().shape(),
                        pluginSet.data().classes(),
                        pluginSet.algorithm().exchangesWeights()
                            ? streams.shared("weights", 0)
                            : streams.of("weights", spec.id(), round)));
    requirements.checkPrivateSteps(spec, model);
    return model;
  }

  /** Makes an estimate without any row exchanged. */
  public Estimate estimate() {
    PluginChoice choice = experiment.plugin(PluginKind.AGGREGATION);
    return PluginErrors.blaming(
        choice,
        () ->
            pluginSet.aggregation().open(pluginSet.reference().rows(), pluginSet.data().classes()));
  }

  /** Opens the link of device n. */
  public Endpoint endpoint(int n) {
    return endpoints.endpoint(n);
  }

  /** Returns which devices are made. */
  public LocalDevices localDevices() {
    return localDevices;
  }

  /** Puts device n together. */
  public DeviceRuntime device(
      int n,
      Graph graph,
      int[] rows,
      Model model,
      Estimate estimate,
      Endpoint endpoint,
      PublicCopySource copies) {
    LabelledRows training = pluginSet.data().training();
    String id = experiment.devices().get(n).id();
    PublicCopySource source =
        isAsynchronous()
            ? copies
            : shared.map(all -> all.over(copies)).orElseGet(() -> copies.apartFor(id));
    DeviceRuntime.Parts parts =
        new DeviceRuntime.Parts(
            id,
            envelope.from(id),
            pluginSet.data().classes(),
            model,
            new PrivateRows(training, rows),
            pluginSet.reference(),
            estimate,
            experiment.training(),
            streams,
            ownStreams,
            experiment.devices().get(n).slowness());
    List<Neighbour> neighbours = weightedNeighbours.of(n, graph);
    if (!isOnItsOwn()) {
      PluginErrors.blaming(
          experiment.plugin(PluginKind.TRANSPORT), () -> endpoint.follow(senders(id, neighbours)));
    }
    Algorithm algorithm = algorithm(n);
    return PluginErrors.blaming(
        experiment.plugin(PluginKind.ALGORITHM),
        () -> new DeviceRuntime(parts, neighbours, endpoint, means(), source, algorithm));
  }

  /** Where neighbours change from round to round, a device hears all others from the beginning. */
  private List<String> senders(String id, List<Neighbour> neighbours) {
    return pluginSet.topology().isTimeVarying()
        ? experiment.deviceIds().stream().filter(other -> !other.equals(id)).toList()
        : neighbours.stream().map(Neighbour::id).toList();
  }

  /** Adversaries keep to the algorithm, but for what they say. */
  private Algorithm algorithm(int n) {
    return experiment
        .devices()
        .get(n)
        .attack()
        .map(
            choice ->
                PluginErrors.blaming(
                    choice,
                    () ->
                        Adversary.of(
                            pluginSet.algorithm(),
                            pluginSet.attacks().get(n).orElseThrow(),
                            pluginSet.data().classes())))
        .orElse(pluginSet.algorithm());
  }

  DeviceNetwork network(List<DeviceRuntime> devices, Graph graph) {
    Optional<TimeVaryingNeighbours> timeVaryingNeighbours =
        pluginSet.topology().isTimeVarying()
            ? Optional.of(new TimeVaryingNeighbours(this::connect, weightedNeighbours))
            : Optional.empty();
    return new DeviceNetwork(
        localDevices,
        experiment.pace(),
        pluginSet.transport(),
        devices,
        localDevices.isWhole() ? List.of() : elsewhere(),
        graph,
        pluginSet.reference(),
        pluginSet.data().test(),
        timeVaryingNeighbours,
        server,
        Optional.empty(),
        credentials);
  }

  private List<DeviceDescription> elsewhere() {
    int[][] rows = shares.all(0);
    Map<PluginChoice, Integer> parameters = new HashMap<>();
    List<DeviceDescription> descriptions = new ArrayList<>();
    for (int n = 0; n < rows.length; n++) {
      if (!localDevices.places().contains(n)) {
        DeviceSpec spec = experiment.devices().get(n);
        int place = n;
        int count = parameters.computeIfAbsent(spec.architecture(), choice -> parameters(place));
        descriptions.add(
            DeviceDescriptions.of(
                spec,
                count,
                new PrivateRows(pluginSet.data().training(), rows[n]),
                pluginSet.data().classes(),
                experiment.training()));
      }
    }
    return descriptions;
  }

  private int parameters(int n) {
    try (Model model = model(n, 0)) {
      return model.parameters();
    }
  }

  private DeviceExchange.Means means() {
    return new DeviceExchange.Means(
        pluginSet.codec(),
        experiment.trigger(),
        pluginSet.topology().isTimeVarying() || !pluginSet.codec().codesDifferences(),
        shared.map(all -> all.over(PublicCopySource.FRESH)).orElse(PublicCopySource.FRESH),
        server,
        isAsynchronous()
            ? Optional.of(
                new DeviceExchange.Flows(
                    pluginSet.aggregation().conservesSum(), leastIncarnation()))
            : Optional.empty(),
        pluginSet.transport().isImmediate() ? Optional.empty() : credentials.keys());
  }

  private boolean isOnItsOwn() {
    return credentials.secret() != 0;
  }

  private boolean isAsynchronous() {
    return experiment.pace() == ExecutionMode.ASYNCHRONOUS;
  }

  /** The clock tells lives apart where the folder of a device, and so its count, was lost. */
  private long leastIncarnation() {
    return pluginSet.transport() instanceof Clocked || pluginSet.transport().isImmediate()
        ? 1
        : Incarnations.at(Instant.now());
  }

  private String network() {
    Object named = experiment.plugin(PluginKind.TRANSPORT).options().get("network");
    return named == null ? experiment.name() + "/" + experiment.seed() : String.valueOf(named);
  }

  private static Endpoints opening(Experiment experiment, PluginSet pluginSet) {
    return n ->
        PluginErrors.blaming(
            experiment.plugin(PluginKind.TRANSPORT),
            () -> Endpoint.open(pluginSet.transport(), experiment.devices().get(n).id()));
  }

  /** The digest takes reading all reference data: once for all devices. */
  private Envelope envelope() {
    PluginChoice codec = experiment.plugin(PluginKind.CODEC);
    return Envelope.of(
        network(),
        experiment.devices().get(0).id(),
        pluginSet.reference().digest(),
        CompatibilityCheck.describe(codec));
  }
}
