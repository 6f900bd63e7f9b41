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
import org.limbeck.engine.binding.PluginBinder;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.binding.ServiceTrial;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.network.DeviceDescriptions;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.swap.ActiveNetwork;
import org.limbeck.engine.swap.DeviceStates;
import org.limbeck.engine.swap.NetworkRebuilder;
import org.limbeck.engine.swap.PreparedSwap;
import org.limbeck.engine.worker.WorkerPool;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.Swap;
import org.limbeck.experiment.file.DeviceIds;
import org.limbeck.experiment.file.SwapApplier;

/**
 * Holds the active network of a run, and swaps it for another one. Every swap is first an
 * experiment: what is in use now, with something else in it. A swap that is refused on the way
 * leaves the active network as it is. One thread swaps; any thread may ask what is active.
 */
final class Swapper {
  private static final double NANOS_PER_SECOND = 1e9;

  private final SwapApplier applier;
  private final PluginBinder binder;
  private final WorkerPool workers;
  private final RunStatusTracker statusTracker;
  private final Consumer<RunEvent> events;
  private volatile ActiveNetwork activeNetwork;
  private volatile long nextDevice;
  private int swaps;
  private Graph mixingGraph;
  private Mixing mixing;

  Swapper(
      SwapApplier applier,
      PluginBinder binder,
      WorkerPool workers,
      RunStatusTracker statusTracker,
      Consumer<RunEvent> events,
      ActiveNetwork activeNetwork,
      long nextDevice) {
    this.applier = applier;
    this.binder = binder;
    this.workers = workers;
    this.statusTracker = statusTracker;
    this.events = events;
    this.activeNetwork = activeNetwork;
    this.nextDevice = nextDevice;
  }

  ActiveNetwork activeNetwork() {
    return activeNetwork;
  }

  /** Returns how often the active network was replaced. */
  int swaps() {
    return swaps;
  }

  /** Returns how fast the present graph mixes: worked out once for each graph. */
  Mixing mixing() {
    DeviceNetwork network = activeNetwork.network();
    if (network.graph() != mixingGraph) {
      mixingGraph = network.graph();
      mixing = GraphMixing.of(network, activeNetwork.experiment().mixing());
    }
    return mixing;
  }

  /** Returns the number of the next device that joins. */
  long nextDevice() {
    return nextDevice;
  }

  /**
   * Refuses a swap that does not fit the experiment as it is now, so that mistakes are told at
   * once. Any thread may ask.
   *
   * @throws InvalidInputException with every reason
   */
  void check(Swap swap, String by) {
    apply(swap, by);
  }

  /**
   * Swaps.
   *
   * @param round the number of rounds completed
   * @throws InvalidInputException if the swap does not fit, a plug-in refuses, or nothing would
   *     change; then nothing has
   */
  Rewired swap(Swap swap, String by, long round) {
    return swap(apply(swap, by), by, round);
  }

  /** Swaps as {@link #swap} does, but for a swap that would change nothing. */
  void swapIfOther(Swap swap, String by, long round) {
    Experiment next = apply(swap, by);
    if (!next.equals(activeNetwork.experiment())) {
      swap(next, by, round);
    }
  }

  private Experiment apply(Swap swap, String by) {
    return applier.apply(swap, by, activeNetwork.experiment(), nextDevice);
  }

  private Rewired swap(Experiment next, String by, long round) {
    long began = System.nanoTime();
    activeNetwork.network().placement().requireSwappable(by);
    List<Change> changes = ExperimentDiff.between(activeNetwork.experiment(), next);
    if (changes.isEmpty()) {
      throw new InvalidInputException(
          new Origin(by, 0, ""), "this changes nothing: it is so already");
    }
    try {
      return replace(next, binder.bind(next), new DeviceStates(), changes, by, round, began);
    } finally {
      binder.retain(activeNetwork.experiment());
    }
  }

  /**
   * Goes on with the plug-ins that took the place of others under the same names.
   *
   * @param states the states of the devices, taken before
   * @throws InvalidInputException if a plug-in is not there, or refuses; then nothing has changed
   */
  Rewired renew(List<PluginChoice> stale, DeviceStates states, String by, long round) {
    long began = System.nanoTime();
    Experiment experiment = activeNetwork.experiment();
    Map<PluginChoice, String> versions = binder.versions(stale);
    try (ServiceTrial trial = binder.renew()) {
      List<Change> changes = new ArrayList<>();
      binder
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
          replace(experiment, binder.bind(experiment), states, changes, by, round, began);
      trial.keep();
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
    Experiment experiment = activeNetwork.experiment();
    PluginChoice choice = experiment.plugin(PluginKind.DATA);
    PrivateDataset before = activeNetwork.pluginSet().data();
    try (ServiceTrial trial = binder.replace(choice)) {
      PluginSet pluginSet = binder.bind(experiment);
      PrivateDataset after = pluginSet.data();
      if (after.classes() != before.classes()) {
        throw PluginErrors.about(
            choice, "it has " + after.classes() + " classes, and had " + before.classes());
      }
      if (!after.preprocessing().equals(before.preprocessing())) {
        throw PluginErrors.about(
            choice, "its columns, their scaling or the names of its classes are others");
      }
      List<Change> changes =
          List.of(
              new Change(
                  choice.kind().key(),
                  rows(before),
                  PluginErrors.blaming(choice, () -> rows(after)),
                  experiment.deviceIds()));
      Rewired rewired =
          replace(experiment, pluginSet, new DeviceStates(), changes, by, round, began);
      trial.keep();
      return rewired;
    }
  }

  private static String rows(PrivateDataset data) {
    return data.training().rows() + " rows";
  }

  private Rewired replace(
      Experiment next,
      PluginSet pluginSet,
      DeviceStates states,
      List<Change> changes,
      String by,
      long round,
      long began) {
    double accuracyBefore;
    double accuracyAfter;
    try (PreparedSwap preparedSwap =
        new NetworkRebuilder(workers, activeNetwork, next, pluginSet, states, round).prepare()) {
      accuracyBefore = preparedSwap.accuracyBefore();
      accuracyAfter = preparedSwap.accuracyAfter();
      activeNetwork = preparedSwap.commit();
    }
    workers.clearWorkspaces();
    swaps++;
    nextDevice = Math.max(nextDevice, DeviceIds.next(next.deviceIds()));
    statusTracker.rebuiltAs(next);
    Rewired rewired =
        new Rewired(
            round,
            by,
            changes,
            plugins(next),
            descriptions(activeNetwork),
            activeNetwork.network().graph().edges(),
            accuracyBefore,
            accuracyAfter,
            (System.nanoTime() - began) / NANOS_PER_SECOND,
            mixing());
    events.accept(rewired);
    return rewired;
  }

  private List<String> using(PluginChoice choice) {
    Experiment experiment = activeNetwork.experiment();
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
  static List<DeviceDescription> descriptions(ActiveNetwork activeNetwork) {
    DeviceNetwork network = activeNetwork.network();
    Map<String, DeviceDescription> descriptions = new HashMap<>();
    network.elsewhere().forEach(device -> descriptions.put(device.id(), device));
    for (DeviceRuntime device : network.devices()) {
      DeviceSpec spec = activeNetwork.experiment().device(device.id()).orElseThrow();
      descriptions.put(
          device.id(),
          DeviceDescriptions.of(
              spec,
              device.model().parameters(),
              device.data(),
              activeNetwork.pluginSet().data().classes(),
              activeNetwork.experiment().training()));
    }
    return activeNetwork.experiment().deviceIds().stream().map(descriptions::get).toList();
  }
}
