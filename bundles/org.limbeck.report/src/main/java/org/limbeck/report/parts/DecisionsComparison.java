package org.limbeck.report.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limbeck.api.event.DeviceDecisions;
import org.limbeck.engine.consensus.Agreement;
import org.limbeck.report.DeviceMetrics;

/** Compares the devices of all parts with each other, as a run of all of them does. */
final class DecisionsComparison {
  private final Map<String, DeviceDecisions> decisions;

  DecisionsComparison(List<DeviceDecisions> decisions) {
    this.decisions =
        decisions.stream().collect(Collectors.toMap(DeviceDecisions::device, Function.identity()));
  }

  /**
   * Returns the devices with their disagreement and tracking error.
   *
   * @param devices all devices, in ascending order
   * @throws PartsException if decisions are missing, or of different sizes
   */
  List<DeviceMetrics> compare(List<DeviceMetrics> devices, long round) throws PartsException {
    List<float[]> honest = new ArrayList<>();
    int classes = 0;
    for (DeviceMetrics device : devices) {
      DeviceDecisions own = decisions.get(device.device());
      DeviceDecisions first = decisions.get(devices.get(0).device());
      if (own == null || first == null) {
        throw new PartsException(
            "what " + device.device() + " thought after round " + round + " is not known");
      }
      if (own.classes() != first.classes()
          || own.decisions().length != first.decisions().length
          || own.estimate().length != first.estimate().length) {
        throw new PartsException(
            String.format(
                Locale.ROOT,
                "%s has other reference rows or classes than %s",
                own.device(),
                first.device()));
      }
      classes = own.classes();
      if (device.honest()) {
        honest.add(own.decisions());
      }
    }
    return honest.isEmpty() ? devices : compare(devices, new Agreement(honest, classes));
  }

  private List<DeviceMetrics> compare(List<DeviceMetrics> devices, Agreement agreement) {
    return devices.stream()
        .map(
            device -> {
              DeviceDecisions own = decisions.get(device.device());
              return device.compared(
                  agreement.disagreement(own.decisions()),
                  agreement.trackingError((row, z, at) -> read(own, row, z, at)));
            })
        .toList();
  }

  /** Rows that were never exchanged are NaN. */
  private static boolean read(DeviceDecisions device, int row, float[] into, int offset) {
    int classes = device.classes();
    boolean exchanged = false;
    for (int k = 0; k < classes; k++) {
      into[offset + k] = device.estimate()[row * classes + k];
      exchanged |= !Float.isNaN(into[offset + k]);
    }
    return exchanged;
  }
}
