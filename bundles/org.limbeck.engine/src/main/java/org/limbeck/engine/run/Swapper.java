package org.limbeck.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.limbeck.api.event.Change;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.Mixing;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.device.Descriptions;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.Origin;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.reading.DeviceIds;
import org.limbeck.engine.rewiring.Rewirer;
import org.limbeck.engine.rewiring.Rewiring;
import org.limbeck.engine.rewiring.Situation;
import org.limbeck.engine.rewiring.States;
import org.limbeck.engine.round.Workers;
import org.limbeck.engine.wiring.Complaint;
import org.limbeck.engine.wiring.Renewal;
import org.limbeck.engine.wiring.Replacement;
import org.limbeck.engine.wiring.Wirer;
import org.limbeck.engine.wiring.Wiring;

/**
 * Holds the situation of a run, and replaces it by another one. One thread swaps; any thread may
 * ask what the situation is.
 */
final class Swapper {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Wirer wirer;
  private final Workers workers;
  private final StatusBoard board;
  private final Consumer<RunEvent> events;
  private volatile Situation situation;
  private volatile long nextDevice;
  private int swaps;
  private Graph mixingGraph;
  private Mixing mixing;

  Swapper(
      Wirer wirer,
      Workers workers,
      StatusBoard board,
      Consumer<RunEvent> events,
      Situation situation,
      long nextDevice) {
    this.wirer = wirer;
    this.workers = workers;
    this.board = board;
    this.events = events;
    this.situation = situation;
    this.nextDevice = nextDevice;
  }

  Situation situation() {
    return situation;
  }

  /** Returns how often the situation was replaced. */
  int swaps() {
    return swaps;
  }

  /** Returns how fast the present graph mixes: worked out once for each graph. */
  Mixing mixing() {
    Network network = situation.network();
    if (network.graph() != mixingGraph) {
      mixingGraph = network.graph();
      mixing = GraphMixing.of(network, situation.experiment().mixing());
    }
    return mixing;
  }

  /** Returns the number of the next device that joins. */
  long nextDevice() {
    return nextDevice;
  }

  /**
   * Makes a change.
   *
   * @param round the number of rounds completed
   * @throws InvalidInputException if a plug-in refuses, or nothing would change; then nothing has
   */
  Rewired swap(Experiment next, String by, long round) {
    long began = System.nanoTime();
    if (!situation.network().part().isWhole()) {
      throw new InvalidInputException(
          new Origin(by, 0, ""),
          "an experiment whose devices are in several processes stays as it is");
    }
    List<Change> changes = Changes.between(situation.experiment(), next);
    if (changes.isEmpty()) {
      throw new InvalidInputException(
          new Origin(by, 0, ""), "this changes nothing: it is so already");
    }
    try {
      return rewire(next, wirer.wire(next), new States(), changes, by, round, began);
    } finally {
      wirer.retain(situation.experiment());
    }
  }

  /**
   * Goes on with the plug-ins that took the place of others under the same names.
   *
   * @param states the states of the devices, taken before
   * @throws InvalidInputException if a plug-in is not there, or refuses; then nothing has changed
   */
  Rewired renew(List<PluginChoice> stale, States states, String by, long round) {
    long began = System.nanoTime();
    Experiment experiment = situation.experiment();
    Map<PluginChoice, String> versions = wirer.versions(stale);
    try (Renewal renewal = wirer.renew()) {
      List<Change> changes = new ArrayList<>();
      wirer
          .versions(stale)
          .forEach(
              (choice, version) ->
                  changes.add(
                      new Change(
                          choice.kind().key(),
                          choice.name() + " (" + versions.get(choice) + ")",
                          choice.name() + " (" + version + ")",
                          using(choice))));
      Rewired rewired =
          rewire(experiment, wirer.wire(experiment), states, changes, by, round, began);
      renewal.keep();
      return rewired;
    }
  }

  /**
   * Goes on with the private rows that there are now.
   *
   * @throws InvalidInputException if they cannot be read, or do not fit; then nothing has changed
   */
  Rewired readDataAnew(String by, long round) {
    long began = System.nanoTime();
    Experiment experiment = situation.experiment();
    PluginChoice choice = experiment.plugin(Kind.DATA);
    PrivateDataset before = situation.wiring().data();
    try (Replacement replacement = wirer.replace(choice)) {
      Wiring wiring = wirer.wire(experiment);
      PrivateDataset after = wiring.data();
      if (after.classes() != before.classes()) {
        throw Complaint.about(
            choice, "it has " + after.classes() + " classes, and had " + before.classes());
      }
      List<Change> changes =
          List.of(
              new Change(
                  choice.kind().key(),
                  rows(before),
                  Complaint.blaming(choice, () -> rows(after)),
                  experiment.deviceIds()));
      Rewired rewired = rewire(experiment, wiring, new States(), changes, by, round, began);
      replacement.keep();
      return rewired;
    }
  }

  private static String rows(PrivateDataset data) {
    return data.training().rows() + " rows";
  }

  private Rewired rewire(
      Experiment next,
      Wiring wiring,
      States states,
      List<Change> changes,
      String by,
      long round,
      long began) {
    double accuracyBefore;
    double accuracyAfter;
    try (Rewiring rewiring =
        new Rewirer(workers, situation, next, wiring, states, round).prepare()) {
      accuracyBefore = rewiring.accuracyBefore();
      accuracyAfter = rewiring.accuracyAfter();
      situation = rewiring.commit();
    }
    workers.clearWorkspaces();
    swaps++;
    nextDevice = Math.max(nextDevice, DeviceIds.next(next.deviceIds()));
    board.wiredAs(next);
    Rewired rewired =
        new Rewired(
            round,
            by,
            changes,
            plugins(next),
            descriptions(situation),
            situation.network().graph().edges(),
            accuracyBefore,
            accuracyAfter,
            (System.nanoTime() - began) / NANOS_PER_SECOND,
            mixing());
    events.accept(rewired);
    return rewired;
  }

  private List<String> using(PluginChoice choice) {
    Experiment experiment = situation.experiment();
    return experiment.plugins().containsValue(choice)
        ? experiment.deviceIds()
        : experiment.devices().stream()
            .filter(
                device ->
                    device.architecture().equals(choice)
                        || device.attack().filter(choice::equals).isPresent())
            .map(device -> device.id())
            .toList();
  }

  static Map<String, String> plugins(Experiment experiment) {
    Map<String, String> plugins = new TreeMap<>();
    experiment.plugins().forEach((kind, choice) -> plugins.put(kind.key(), choice.name()));
    return plugins;
  }

  /** Describes all devices, those of other processes included, in ascending order. */
  static List<DeviceDescription> descriptions(Situation situation) {
    Network network = situation.network();
    Map<String, DeviceDescription> descriptions = new HashMap<>();
    network.elsewhere().forEach(device -> descriptions.put(device.id(), device));
    for (DeviceRuntime device : network.devices()) {
      DeviceSpec spec = situation.experiment().device(device.id()).orElseThrow();
      descriptions.put(
          device.id(),
          Descriptions.of(
              spec,
              device.model().parameters(),
              device.data(),
              situation.wiring().data().classes(),
              situation.experiment().training()));
    }
    return situation.experiment().deviceIds().stream().map(descriptions::get).toList();
  }
}
