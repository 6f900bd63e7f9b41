package org.limbeck.engine.rewiring;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.engine.device.Network;

/**
 * The states of devices, taken when they are first asked for, or ahead of time where the classes of
 * a plug-in are about to go. Safe for use by several threads at once, for different devices.
 */
public final class States {
  private final Map<String, DeviceState> taken = new HashMap<>();

  /** Takes the states of all devices now. */
  public static States of(Network network) throws IOException {
    States states = new States();
    for (DeviceRuntime device : network.devices()) {
      states.of(device);
    }
    return states;
  }

  synchronized DeviceState of(DeviceRuntime device) throws IOException {
    DeviceState state = taken.get(device.id());
    if (state == null) {
      state = DeviceState.of(device);
      taken.put(device.id(), state);
    }
    return state;
  }
}
