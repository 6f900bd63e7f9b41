package org.limbeck.engine.swap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.device.BulkPrediction;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.NeighbourSnapshots;
import org.limbeck.engine.network.DeviceFactory;
import org.limbeck.engine.network.DeviceNetworkBuilder;
import org.limbeck.engine.worker.WorkerPool;
import org.limbeck.exchange.channel.SerializedState;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.experiment.Experiment;

/**
 * The first phase of a swap: makes a new network beside the one that runs. Before and after {@link
 * #prepare}, the old devices are as they were and could do the next round; what is made is owned by
 * the builder until the {@link PreparedSwap} has it. All that can refuse is asked here (options
 * that do not fit, graphs that are not connected, states that cannot be read, constructors that
 * throw), and only of new objects; so a refusal closes these, and the run goes on as if nobody had
 * asked. The second phase, {@link PreparedSwap#commit}, only forgets who leaves and closes what is
 * left over.
 *
 * <p>What {@link SwapPlan} says is kept goes into the new devices as the object that it is; where
 * only its class was replaced, it is saved from the old object and restored into the new one, as in
 * a checkpoint. A swap so costs an object per device, one save and restore of each part whose class
 * was replaced, and the steps of a handover for each model that is new: see decision 0009. A second
 * attempt is made at most once, without the state of the algorithm.
 */
public final class NetworkRebuilder {
  private final WorkerPool workers;
  private final DeviceStates states;
  private final long round;
  private final DeviceFactory deviceFactory;
  private SwapPlan swapPlan;

  /**
   * Makes a rebuilder for one swap.
   *
   * @param before the network that runs
   * @param experiment what is wanted
   * @param pluginSet the services for it
   * @param states the states of the devices
   * @param round the first round of the new network
   */
  public NetworkRebuilder(
      WorkerPool workers,
      ActiveNetwork before,
      Experiment experiment,
      PluginSet pluginSet,
      DeviceStates states,
      long round) {
    this.workers = workers;
    this.swapPlan = SwapPlan.of(before, experiment, pluginSet);
    this.states = states;
    this.round = round;
    this.deviceFactory = new DeviceFactory(experiment, pluginSet, before.network().placement());
  }

  /**
   * Makes the new devices. If the algorithm is there in another version that does not read the
   * state of the one before, it begins anew on all devices.
   *
   * @throws org.limbeck.experiment.InvalidInputException if a plug-in refuses
   */
  public PreparedSwap prepare() {
    try {
      return make();
    } catch (UnreadableStateException e) {
      swapPlan = swapPlan.beginningAlgorithmAnew();
      return make();
    }
  }

  private PreparedSwap make() {
    try (DeviceNetworkBuilder network = new DeviceNetworkBuilder()) {
      Graph graph =
          swapPlan.keepsGraph()
              ? swapPlan.before().network().graph()
              : deviceFactory.connect(round);
      List<Optional<SuccessorModel>> successors = successors(network);
      List<DeviceRuntime> newcomers = new ArrayList<>();
      ChannelStates channels = channelStates(graph);
      for (int n = 0; n < successors.size(); n++) {
        Optional<DeviceRuntime> former = swapPlan.former(n);
        network.add(
            former.isPresent()
                ? stays(n, graph, former.get(), successors.get(n).orElseThrow(), channels, network)
                : joins(n, graph, newcomers, network));
      }
      instruct(newcomers, graph, network.devices());
      List<SuccessorModel> replaced = successors.stream().flatMap(Optional::stream).toList();
      return new PreparedSwap(
          swapPlan, network.complete(deviceFactory.network(network.devices(), graph)), replaced);
    }
  }

  private ChannelStates channelStates(Graph graph) {
    if (!swapPlan.keepsAlgorithm() || !swapPlan.keepsEstimateRows()) {
      return ChannelStates.NONE;
    }
    return ChannelStates.kept(
        swapPlan.before().network().devices().stream()
            .collect(Collectors.toMap(DeviceRuntime::id, DeviceRuntime::channelStates)),
        swapPlan.restarted(graph));
  }

  /** Models are made by several threads, as handing over takes many training steps. */
  private List<Optional<SuccessorModel>> successors(DeviceNetworkBuilder network) {
    int size = swapPlan.experiment().devices().size();
    ModelHandover modelHandover = new ModelHandover(swapPlan, deviceFactory, states, round);
    List<Optional<SuccessorModel>> successors = new ArrayList<>();
    IntStream.range(0, size).forEach(n -> successors.add(Optional.empty()));
    workers.forEach(
        IntStream.range(0, size).boxed().toList(),
        n ->
            swapPlan
                .former(n)
                .map(former -> modelHandover.successor(n, former))
                .ifPresent(
                    successor -> {
                      synchronized (successors) {
                        successors.set(n, Optional.of(successor));
                        if (successor.made()) {
                          network.own(successor.model());
                        }
                      }
                    }));
    return successors;
  }

  private DeviceRuntime stays(
      int n,
      Graph graph,
      DeviceRuntime former,
      SuccessorModel successor,
      ChannelStates channels,
      DeviceNetworkBuilder network) {
    Endpoint endpoint =
        swapPlan.keepsTransport() ? former.endpoint() : network.own(deviceFactory.endpoint(n));
    DeviceRuntime device =
        deviceFactory.device(
            n,
            graph,
            swapPlan.keepsRows() ? former.privateRows() : deviceFactory.newcomerRows(round),
            successor.model(),
            estimate(former, successor.model()),
            endpoint,
            channels);
    if (swapPlan.keepsAlgorithm()) {
      restore(former, device);
    }
    device.reportsFor(former);
    device.accountsFor(former);
    return device;
  }

  private Estimate estimate(DeviceRuntime former, Model model) {
    if (swapPlan.keepsEstimates()) {
      return former.unweightedEstimate();
    }
    if (swapPlan.keepsAggregationRule()) {
      Estimate estimate = deviceFactory.estimate();
      try {
        SerializedState.restore(states.of(former).estimate(), estimate);
        return estimate;
      } catch (IOException e) {
        // Another version that does not read the state: the exchange starts again, as below.
      }
    }
    return begun(model, former.classes());
  }

  /** ŝ = z = the model's own predictions for every row: right for any sum. */
  private Estimate begun(Model model, int classes) {
    Estimate estimate = deviceFactory.estimate();
    inject(model, classes, estimate);
    return estimate;
  }

  private void inject(Model model, int classes, Estimate estimate) {
    int rows = swapPlan.pluginSet().reference().rows();
    int features = swapPlan.pluginSet().reference().shape().features();
    float[] decisions =
        new BulkPrediction(model, features, classes).decisions(swapPlan.pluginSet().reference());
    Block all = new Block(rows, classes);
    all.rows(rows);
    for (int row = 0; row < rows; row++) {
      all.ids()[row] = row;
    }
    System.arraycopy(decisions, 0, all.values(), 0, decisions.length);
    estimate.inject(all);
  }

  private void restore(DeviceRuntime former, DeviceRuntime device) {
    try {
      SerializedState.restore(states.of(former).participant(), device.participant());
    } catch (IOException e) {
      throw new UnreadableStateException(e);
    }
  }

  private DeviceRuntime joins(
      int n, Graph graph, List<DeviceRuntime> newcomers, DeviceNetworkBuilder network) {
    DeviceRuntime device =
        deviceFactory.device(
            n,
            graph,
            deviceFactory.newcomerRows(round),
            network.own(deviceFactory.model(n, round)),
            deviceFactory.estimate(),
            network.own(deviceFactory.endpoint(n)),
            ChannelStates.NONE);
    newcomers.add(device);
    return device;
  }

  /** A newcomer is distilled from what its neighbours send it, and then begins. */
  private void instruct(List<DeviceRuntime> newcomers, Graph graph, List<DeviceRuntime> devices) {
    for (DeviceRuntime newcomer : newcomers) {
      List<DeviceRuntime> neighbours =
          IntStream.of(graph.neighbours(devices.indexOf(newcomer)))
              .mapToObj(devices::get)
              .filter(neighbour -> !newcomers.contains(neighbour))
              .toList();
      NeighbourSnapshots snapshots = NeighbourSnapshots.exchange(newcomer, neighbours, round);
      new HandoverDistillation(swapPlan.experiment(), newcomer, round)
          .teach(newcomer.model(), snapshots::mean);
      inject(newcomer.model(), newcomer.classes(), newcomer.estimate());
    }
  }

  /** A part of the algorithm does not take over the state of its predecessor. */
  private static final class UnreadableStateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableStateException(IOException cause) {
      super(cause);
    }
  }
}
