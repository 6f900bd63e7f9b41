package org.limbeck.engine.swap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.network.DeviceNetwork;

/**
 * The second phase of a swap: new devices that are ready to take over from those that run. Either
 * they do, and what only the old ones held is closed, or this is closed, and with it what only the
 * new ones hold. What both hold stays open in either case.
 */
public final class PreparedSwap implements AutoCloseable {
  private final SwapPlan swapPlan;
  private final DeviceNetwork network;
  private final List<SuccessorModel> successors;
  private boolean committed;

  PreparedSwap(SwapPlan swapPlan, DeviceNetwork network, List<SuccessorModel> successors) {
    this.swapPlan = swapPlan;
    this.network = network;
    this.successors = successors;
  }

  /**
   * Lets the new devices take over: those that leave are forgotten by those who stay, and what
   * nobody uses any more is closed.
   */
  public ActiveNetwork commit() {
    committed = true;
    for (String device : swapPlan.leaving()) {
      network.devices().forEach(staying -> staying.estimate().leave(device));
    }
    release(swapPlan.before().network(), network);
    return new ActiveNetwork(swapPlan.experiment(), swapPlan.pluginSet(), network);
  }

  /** Returns the mean test accuracy of the models that were replaced by others; NaN if none was. */
  public double accuracyBefore() {
    return mean(SuccessorModel::accuracyBefore);
  }

  /** Returns the mean test accuracy of the models that replaced them; NaN if none did. */
  public double accuracyAfter() {
    return mean(SuccessorModel::accuracyAfter);
  }

  /** Closes what was made, unless it has taken over. */
  @Override
  public void close() {
    if (!committed) {
      committed = true;
      release(network, swapPlan.before().network());
    }
  }

  /** Closes what some devices hold and those of the same ids among the others do not. */
  private static void release(DeviceNetwork gone, DeviceNetwork kept) {
    Map<String, DeviceRuntime> counterparts = new HashMap<>();
    kept.devices().forEach(device -> counterparts.put(device.id(), device));
    for (DeviceRuntime device : gone.devices()) {
      Optional<DeviceRuntime> counterpart = Optional.ofNullable(counterparts.get(device.id()));
      device.release(
          counterpart.filter(device::sharesEndpoint).isEmpty(),
          counterpart.filter(other -> other.model() == device.model()).isEmpty());
    }
  }

  private double mean(ToDoubleFunction<SuccessorModel> accuracy) {
    return successors.stream()
        .mapToDouble(accuracy)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }
}
