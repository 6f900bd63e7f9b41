package org.limbeck.engine.rewiring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.wiring.Wiring;

/** What stays and what changes from one wiring to the next. */
final class Transition {
  private final Situation before;
  private final Experiment experiment;
  private final Wiring wiring;
  private final boolean keepsAlgorithm;
  private final Map<String, Integer> formerPlaces = new HashMap<>();

  /**
   * Compares.
   *
   * @param before how it is
   * @param experiment what is wanted
   * @param wiring the services for it
   */
  Transition(Situation before, Experiment experiment, Wiring wiring) {
    this(before, experiment, wiring, sameName(Kind.ALGORITHM, before.experiment(), experiment));
  }

  private Transition(
      Situation before, Experiment experiment, Wiring wiring, boolean keepsAlgorithm) {
    this.before = before;
    this.experiment = experiment;
    this.wiring = wiring;
    this.keepsAlgorithm = keepsAlgorithm;
    List<String> ids = before.experiment().deviceIds();
    for (int n = 0; n < ids.size(); n++) {
      formerPlaces.put(ids.get(n), n);
    }
  }

  /** Returns this transition, but with the algorithm begun anew. */
  Transition beginningAlgorithmAnew() {
    return new Transition(before, experiment, wiring, false);
  }

  Situation before() {
    return before;
  }

  Experiment experiment() {
    return experiment;
  }

  Wiring wiring() {
    return wiring;
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
        .map(before.wiring().architectures()::get)
        .filter(former -> former == wiring.architectures().get(n))
        .isPresent();
  }

  /** Returns whether the devices and the topology stay, and so the graph. */
  boolean keepsGraph() {
    return before.experiment().deviceIds().equals(experiment.deviceIds())
        && keepsChoice(Kind.TOPOLOGY)
        && before.wiring().topology() == wiring.topology();
  }

  boolean keepsReference() {
    return before.wiring().reference() == wiring.reference()
        || (before.wiring().reference().shape().equals(wiring.reference().shape())
            && Arrays.equals(before.wiring().reference().digest(), wiring.reference().digest()));
  }

  /**
   * Returns whether devices keep the numbers of their private rows: all but one on its own whose
   * data have been read anew.
   */
  boolean keepsRows() {
    return before.network().neighbourhood().isEmpty() || before.wiring().data() == wiring.data();
  }

  /** Returns whether the estimates can go on as the objects that they are. */
  boolean keepsEstimates() {
    return keepsReference()
        && keepsChoice(Kind.AGGREGATION)
        && before.wiring().aggregation() == wiring.aggregation();
  }

  /** Returns whether it is the same aggregation rule, if in another version or with options. */
  boolean keepsAggregationRule() {
    return keepsReference() && sameName(Kind.AGGREGATION, before.experiment(), experiment);
  }

  /** Returns whether it is the same algorithm, if in another version or with options. */
  boolean keepsAlgorithm() {
    return keepsAlgorithm;
  }

  boolean keepsTransport() {
    return before.wiring().transport() == wiring.transport();
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
          formerPlace(n).map(before.network()::neighbours).map(Set::copyOf).orElse(Set.of());
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

  private boolean keepsChoice(Kind kind) {
    return before.experiment().plugin(kind).equals(experiment.plugin(kind));
  }

  private static boolean sameName(Kind kind, Experiment one, Experiment other) {
    return one.plugin(kind).name().equals(other.plugin(kind).name());
  }
}
