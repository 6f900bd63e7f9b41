package org.limbeck.engine.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.WeightedGraph;
import org.limbeck.engine.adversary.Adversary;
import org.limbeck.engine.binding.AttributedModel;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceView;
import org.limbeck.engine.device.PrivateRows;
import org.limbeck.engine.device.WorkspaceLoan;
import org.limbeck.engine.neighbours.FixedNeighbours;
import org.limbeck.engine.neighbours.NeighbourSource;
import org.limbeck.engine.neighbours.PeriodicNeighbours;
import org.limbeck.engine.neighbours.TimeVaryingNeighbours;
import org.limbeck.engine.placement.DevicePlacement;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.neighbours.WeightedNeighbours;
import org.limbeck.exchange.random.RandomStreams;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;

/**
 * Makes the parts of devices from the services of plug-ins, and puts them together. Plug-ins that
 * refuse are named in an {@link org.limbeck.experiment.InvalidInputException}.
 */
public final class DeviceFactory {
  private final Experiment experiment;
  private final PluginSet pluginSet;
  private final RandomStreams streams;
  private final RandomStreams ownStreams;
  private final DevicePlacement placement;
  private final List<Integer> places;
  private final ExchangeFactory exchange;
  private final WeightedNeighbours weightedNeighbours;
  private final GraphFactory graphFactory;
  private final List<WeightedGraph> sequence;
  private final CompatibilityCheck compatibility;
  private final DataPartitioning partitioning;
  private final EstimateFactory estimates;

  /**
   * Makes a factory.
   *
   * @param placement where the devices live
   * @throws org.limbeck.experiment.InvalidInputException if the plug-ins do not go together
   */
  public DeviceFactory(Experiment experiment, PluginSet pluginSet, DevicePlacement placement) {
    this.experiment = experiment;
    this.pluginSet = pluginSet;
    this.placement = placement;
    this.places = placement.places(experiment.devices().size());
    this.streams = new RandomStreams(experiment.seed());
    this.ownStreams = placement.ownStreams(experiment.seed());
    this.weightedNeighbours = new WeightedNeighbours(experiment.deviceIds(), experiment.mixing());
    this.compatibility = new CompatibilityCheck(experiment, pluginSet);
    compatibility.check();
    this.partitioning = new DataPartitioning(experiment, pluginSet, streams, placement.ownsData());
    this.estimates = new EstimateFactory(experiment, pluginSet);
    this.graphFactory =
        new GraphFactory(experiment.plugin(PluginKind.TOPOLOGY), pluginSet.topology());
    this.sequence = graphFactory.sequence(experiment.deviceIds());
    this.exchange = new ExchangeFactory(experiment, pluginSet, placement, sequence);
  }

  /** Makes the devices, as they are before the first round. */
  public DeviceNetwork assemble() {
    int[][] rows = partitioning.all(0);
    Graph graph = connect(0);
    try (DeviceNetworkBuilder network = new DeviceNetworkBuilder()) {
      for (int n : places) {
        Model model = network.own(model(n, 0));
        Endpoint endpoint = network.own(endpoint(n));
        network.add(device(n, graph, rows[n], model, estimate(), endpoint, ChannelStates.NONE));
      }
      return network.complete(network(network.devices(), graph));
    }
  }

  /** Draws the communication graph as of a round; where graphs follow each other, all of them. */
  public Graph connect(long round) {
    return placement.graph(
        () ->
            sequence.isEmpty()
                ? graphFactory.connect(experiment.deviceIds(), streams.shared("topology", round))
                : GraphFactory.union(sequence));
  }

  /**
   * Draws the private rows of a device that joins: a share as large as if all were divided anew. It
   * may have rows that others have too.
   */
  public int[] newcomerRows(long round) {
    return partitioning.last(round);
  }

  /** Returns the private rows of a device that has been saved: of data of its own, all. */
  public int[] restoredRows(int[] saved, long round) {
    return placement.ownsData() ? newcomerRows(round) : saved;
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
    compatibility.checkPrivateSteps(spec, model);
    return new AttributedModel(model, spec.architecture(), spec.id());
  }

  /** Makes an estimate without any row exchanged, and without weights before it. */
  public Estimate estimate() {
    return estimates.estimate();
  }

  /** Opens the endpoint of device n. */
  public Endpoint endpoint(int n) {
    return PluginErrors.blaming(
        experiment.plugin(PluginKind.TRANSPORT),
        () -> placement.endpoint(pluginSet.transport(), experiment.devices().get(n).id(), n));
  }

  /** Returns the places of the devices that are made. */
  public List<Integer> places() {
    return places;
  }

  /** Puts device n together. */
  public DeviceRuntime device(
      int n,
      Graph graph,
      int[] rows,
      Model model,
      Estimate unweighted,
      Endpoint endpoint,
      ChannelStates channels) {
    DeviceSpec spec = experiment.devices().get(n);
    NeighbourSource neighbours = neighbours(graph);
    PluginErrors.blaming(
        experiment.plugin(PluginKind.TRANSPORT), () -> neighbours.subscribe(n, endpoint));
    FramePort port = exchange.port(spec.id(), endpoint);
    Algorithm algorithm = algorithm(n);
    WorkspaceLoan loan = new WorkspaceLoan();
    PrivateRows data = new PrivateRows(pluginSet.data().training(), rows);
    DeviceView view =
        new DeviceView(
            spec.id(),
            pluginSet.data().classes(),
            model,
            data,
            pluginSet.reference(),
            unweighted,
            estimates.weighted(unweighted, data),
            experiment.training(),
            streams,
            ownStreams,
            spec.slowness(),
            exchange.protocol().open(port, channels, loan),
            loan);
    return PluginErrors.blaming(
        experiment.plugin(PluginKind.ALGORITHM),
        () -> DeviceRuntime.join(view, loan, neighbours.initial(n), port, algorithm));
  }

  private NeighbourSource neighbours(Graph graph) {
    if (!sequence.isEmpty()) {
      return placement.neighbours(
          new PeriodicNeighbours(
              experiment.deviceIds(), graph, sequence, exchange.schedule().isPresent()));
    }
    return placement.neighbours(
        pluginSet.topology().isTimeVarying()
            ? new TimeVaryingNeighbours(graph, this::connect, weightedNeighbours)
            : new FixedNeighbours(graph, weightedNeighbours));
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

  /** Makes the network of some devices, in ascending order. */
  public DeviceNetwork network(List<DeviceRuntime> devices, Graph graph) {
    return new DeviceNetwork(
        placement,
        places,
        devices,
        placement.isWhole() ? List.of() : elsewhere(),
        graph,
        pluginSet.reference(),
        pluginSet.data().test(),
        neighbours(graph),
        exchange.server());
  }

  private List<DeviceDescription> elsewhere() {
    int[][] rows = partitioning.all(0);
    Map<PluginChoice, Integer> parameters = new HashMap<>();
    List<DeviceDescription> descriptions = new ArrayList<>();
    for (int n = 0; n < rows.length; n++) {
      if (!places.contains(n)) {
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
}
