package org.limbeck.engine.swap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginKind;

/**
 * What is kept from one network to the next, and what is made anew: the one place that decides it.
 * It compares the experiments and the services on both sides, once for each kind of thing that can
 * be kept, and changes neither. A graph, a model or an estimate is kept as the object that it is
 * only where the same service made it with the same options. Where the service was replaced by
 * another one of the same name, the state is taken over; else it begins anew, and a model by a
 * handover. See decision 0009.
 *
 * @param before the network that runs
 * @param experiment what is wanted
 * @param pluginSet the services for it
 * @param keepsAlgorithm whether it is the same algorithm, if in another version or with options
 * @param formerPlaces the places of the devices before, by id
 */
record SwapPlan(
    ActiveNetwork before,
    Experiment experiment,
    PluginSet pluginSet,
    boolean keepsAlgorithm,
    Map<String, Integer> formerPlaces) {

  /** Compares the network that runs with what is wanted, and the services for it. */
  static SwapPlan of(ActiveNetwork before, Experiment experiment, PluginSet pluginSet) {
    Map<String, Integer> places = new HashMap<>();
    before.experiment().deviceIds().forEach(id -> places.put(id, places.size()));
    boolean sameAlgorithm = sameName(PluginKind.ALGORITHM, before.experiment(), experiment);
    return new SwapPlan(before, experiment, pluginSet, sameAlgorithm, places);
  }

  /** Returns this plan, but with the algorithm begun anew. */
  SwapPlan beginningAlgorithmAnew() {
    return new SwapPlan(before, experiment, pluginSet, false, formerPlaces);
  }

  /** Returns device n as it was before, if it was there. */
  Optional<DeviceRuntime> former(int n) {
    return formerPlace(n).map(before.network().devices()::get);
  }

  /** Returns whether device n asks for the architecture that it has. */
  boolean keepsArchitecture(int n) {
    return formerPlace(n)
        .map(before.experiment().devices()::get)
        .filter(experiment.devices().get(n)::equals)
        .isPresent();
  }

  /** Returns whether device n gets its models from the same object as before. */
  boolean keepsArchitectureService(int n) {
    return formerPlace(n)
        .map(before.pluginSet().architectures()::get)
        .filter(former -> former == pluginSet.architectures().get(n))
        .isPresent();
  }

  /** Returns whether the devices and the topology stay, and so the graph. */
  boolean keepsGraph() {
    return before.experiment().deviceIds().equals(experiment.deviceIds())
        && keepsChoice(PluginKind.TOPOLOGY)
        && before.pluginSet().topology() == pluginSet.topology();
  }

  boolean keepsReference() {
    return before.pluginSet().reference() == pluginSet.reference()
        || (before.pluginSet().reference().shape().equals(pluginSet.reference().shape())
            && Arrays.equals(
                before.pluginSet().reference().digest(), pluginSet.reference().digest()));
  }

  /**
   * Returns whether devices keep the numbers of their private rows: all but one that owns its data,
   * where these have been read anew.
   */
  boolean keepsRows() {
    return !before.network().placement().ownsData()
        || before.pluginSet().data() == pluginSet.data();
  }

  /** Returns whether an estimate has the same rows, and so what devices exchange. */
  boolean keepsEstimateRows() {
    return keepsReference() && before.pluginSet().estimateRows() == pluginSet.estimateRows();
  }

  /** Returns whether the estimates can go on as the objects that they are. */
  boolean keepsEstimates() {
    return keepsEstimateRows()
        && keepsChoice(PluginKind.AGGREGATION)
        && before.pluginSet().aggregation() == pluginSet.aggregation();
  }

  /** Returns whether it is the same aggregation rule, if in another version or with options. */
  boolean keepsAggregationRule() {
    return keepsEstimateRows() && sameName(PluginKind.AGGREGATION, before.experiment(), experiment);
  }

  boolean keepsTransport() {
    return before.pluginSet().transport() == pluginSet.transport();
  }

  /** Returns the ids of the devices that go. */
  List<String> leaving() {
    Set<String> staying = new HashSet<>(experiment.deviceIds());
    return before.experiment().deviceIds().stream().filter(id -> !staying.contains(id)).toList();
  }

  /** Returns the senders whom somebody follows from now on who did not before. */
  Set<String> restarted(Graph graph) {
    List<String> ids = experiment.deviceIds();
    Set<String> restarted = new HashSet<>();
    for (int n = 0; n < ids.size(); n++) {
      Set<String> followers =
          formerPlace(n).map(before.network()::neighbourIds).map(Set::copyOf).orElse(Set.of());
      for (int m : graph.neighbours(n)) {
        if (!followers.contains(ids.get(m))) {
          restarted.add(ids.get(n));
        }
      }
    }
    return restarted;
  }

  private Optional<Integer> formerPlace(int n) {
    return Optional.ofNullable(formerPlaces.get(experiment.devices().get(n).id()));
  }

  private boolean keepsChoice(PluginKind kind) {
    return before.experiment().plugin(kind).equals(experiment.plugin(kind));
  }

  private static boolean sameName(PluginKind kind, Experiment one, Experiment other) {
    return one.plugin(kind).name().equals(other.plugin(kind).name());
  }
}
