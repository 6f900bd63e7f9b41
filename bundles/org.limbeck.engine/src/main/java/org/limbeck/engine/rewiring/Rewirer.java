package org.limbeck.engine.rewiring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.channel.CopySource;
import org.limbeck.engine.device.Assembler;
import org.limbeck.engine.device.BulkPrediction;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.engine.device.KeptCopies;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.device.NetworkBuilder;
import org.limbeck.engine.device.Snapshots;
import org.limbeck.engine.device.Station;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.round.Workers;
import org.limbeck.engine.wiring.Wiring;

/**
 * Makes the devices of a new wiring out of those of the one before. Nothing of the old devices
 * changes until {@link Rewiring#commit}, so that a plug-in that refuses leaves the run as it was.
 */
public final class Rewirer {
  private final Workers workers;
  private final States states;
  private final long round;
  private final Assembler assembler;
  private Transition transition;

  /**
   * Makes a rewirer.
   *
   * @param before how it is
   * @param experiment what is wanted
   * @param wiring the services for it
   * @param states the states of the devices
   * @param round the first round with the new wiring
   */
  public Rewirer(
      Workers workers,
      Situation before,
      Experiment experiment,
      Wiring wiring,
      States states,
      long round) {
    this.workers = workers;
    this.transition = new Transition(before, experiment, wiring);
    this.states = states;
    this.round = round;
    this.assembler = new Assembler(experiment, wiring, before.network().credentials());
  }

  /**
   * Makes the new devices. If the algorithm is there in another version that does not read the
   * state of the one before, it begins anew on all devices.
   *
   * @throws org.limbeck.engine.experiment.InvalidInputException if a plug-in refuses
   */
  public Rewiring prepare() {
    try {
      return make();
    } catch (UnreadableStateException e) {
      transition = transition.beginningAlgorithmAnew();
      return make();
    }
  }

  private Rewiring make() {
    try (NetworkBuilder network = new NetworkBuilder(assembler)) {
      Graph graph =
          transition.keepsGraph()
              ? transition.before().network().graph()
              : assembler.connect(round);
      List<Optional<Successor>> successors = successors(network);
      List<DeviceRuntime> newcomers = new ArrayList<>();
      Set<String> restarted = transition.restarted(graph);
      for (int n = 0; n < successors.size(); n++) {
        Optional<DeviceRuntime> former = transition.former(n);
        network.add(
            former.isPresent()
                ? stays(n, graph, former.get(), successors.get(n).orElseThrow(), restarted, network)
                : joins(n, graph, newcomers, network));
      }
      instruct(newcomers, graph, network.devices());
      List<Successor> replaced = successors.stream().flatMap(Optional::stream).toList();
      return new Rewiring(transition, build(network, graph), replaced);
    }
  }

  private Network build(NetworkBuilder network, Graph graph) {
    return network.build(graph).with(transition.before().network().neighbourhood());
  }

  /** Models are made by several threads, as handing over takes many training steps. */
  private List<Optional<Successor>> successors(NetworkBuilder network) {
    int size = transition.experiment().devices().size();
    Succession succession = new Succession(transition, assembler, states, round);
    List<Optional<Successor>> successors = new ArrayList<>();
    IntStream.range(0, size).forEach(n -> successors.add(Optional.empty()));
    workers.forEach(
        IntStream.range(0, size).boxed().toList(),
        n ->
            transition
                .former(n)
                .map(former -> succession.successor(n, former))
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
      Successor successor,
      Set<String> restarted,
      NetworkBuilder network) {
    Station station =
        transition.keepsTransport() ? former.station() : network.own(assembler.station(n));
    CopySource copies =
        transition.keepsAlgorithm() && transition.keepsReference()
            ? new KeptCopies(former, restarted)
            : CopySource.FRESH;
    DeviceRuntime device =
        assembler.device(
            n,
            graph,
            transition.keepsRows() ? former.privateRows() : assembler.newcomerRows(round),
            successor.model(),
            estimate(former, successor.model()),
            station,
            copies);
    if (transition.keepsAlgorithm()) {
      restore(former, device);
    }
    device.reportsFor(former);
    device.accountsFor(former);
    return device;
  }

  private Estimate estimate(DeviceRuntime former, Model model) {
    if (transition.keepsEstimates()) {
      return former.estimate();
    }
    if (transition.keepsAggregationRule()) {
      Estimate estimate = assembler.estimate();
      try {
        DeviceState.restore(states.of(former).estimate(), estimate);
        return estimate;
      } catch (IOException e) {
        // Another version that does not read the state: the exchange starts again, as below.
      }
    }
    return begun(model, former.classes());
  }

  /** ŝ = z = the model's own predictions for every row: right for any sum. */
  private Estimate begun(Model model, int classes) {
    Estimate estimate = assembler.estimate();
    inject(model, classes, estimate);
    return estimate;
  }

  private void inject(Model model, int classes, Estimate estimate) {
    int rows = transition.wiring().reference().rows();
    int features = transition.wiring().reference().shape().features();
    float[] decisions =
        new BulkPrediction(model, features, classes).decisions(transition.wiring().reference());
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
      DeviceState.restore(states.of(former).participant(), device.participant());
    } catch (IOException e) {
      throw new UnreadableStateException(e);
    }
  }

  private DeviceRuntime joins(
      int n, Graph graph, List<DeviceRuntime> newcomers, NetworkBuilder network) {
    DeviceRuntime device =
        assembler.device(
            n,
            graph,
            assembler.newcomerRows(round),
            network.own(assembler.model(n, round)),
            assembler.estimate(),
            network.own(assembler.station(n)),
            CopySource.FRESH);
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
      Snapshots snapshots = Snapshots.exchange(newcomer, neighbours, round);
      new Distillation(transition.experiment(), newcomer, round)
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
