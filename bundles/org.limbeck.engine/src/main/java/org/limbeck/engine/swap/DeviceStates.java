package org.limbeck.engine.swap;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.engine.network.DeviceNetwork;

/**
 * The states of devices, taken when they are first asked for, or ahead of time where the classes of
 * a plug-in are about to go. Safe for use by several threads at once, for different devices.
 */
public final class DeviceStates {
  private final Map<String, DeviceState> taken = new HashMap<>();

  /** Takes the states of all devices now. */
  public static DeviceStates of(DeviceNetwork network) throws IOException {
    DeviceStates states = new DeviceStates();
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
