package org.limbeck.engine.rewiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.Network;

/** New devices that are ready to take over. */
public final class Rewiring implements AutoCloseable {
  private final Transition transition;
  private final Network network;
  private final List<Successor> successors;
  private boolean committed;

  Rewiring(Transition transition, Network network, List<Successor> successors) {
    this.transition = transition;
    this.network = network;
    this.successors = successors;
  }

  /**
   * Lets the new devices take over: those that leave are forgotten by those who stay, and what
   * nobody uses any more is closed.
   */
  public Situation commit() {
    committed = true;
    for (String device : transition.leaving()) {
      network.devices().forEach(staying -> staying.estimate().leave(device));
    }
    release(transition.before().network(), network);
    return new Situation(transition.experiment(), transition.wiring(), network);
  }

  /** Returns the mean test accuracy of the models that were replaced by others; NaN if none was. */
  public double accuracyBefore() {
    return mean(Successor::accuracyBefore);
  }

  /** Returns the mean test accuracy of the models that replaced them; NaN if none did. */
  public double accuracyAfter() {
    return mean(Successor::accuracyAfter);
  }

  /** Closes what was made, unless it has taken over. */
  @Override
  public void close() {
    if (!committed) {
      committed = true;
      release(network, transition.before().network());
    }
  }

  /** Closes what some devices hold and those of the same ids among the others do not. */
  private static void release(Network gone, Network kept) {
    Map<String, DeviceRuntime> counterparts = new HashMap<>();
    kept.devices().forEach(device -> counterparts.put(device.id(), device));
    for (DeviceRuntime device : gone.devices()) {
      Optional<DeviceRuntime> counterpart = Optional.ofNullable(counterparts.get(device.id()));
      device.release(
          counterpart.filter(device::sharesStation).isEmpty(),
          counterpart.filter(other -> other.model() == device.model()).isEmpty());
    }
  }

  private double mean(ToDoubleFunction<Successor> accuracy) {
    return successors.stream()
        .mapToDouble(accuracy)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }
}
