package org.limbeck.cli;

import java.util.Locale;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.RoundEvaluated;

/** The accuracy that progress speaks of. */
final class Accuracy {
  private Accuracy() {}

  /** Returns the mean test accuracy of the honest devices, such as {@code accuracy 0.71}. */
  static String of(RoundEvaluated evaluated) {
    double mean =
        evaluated.devices().stream()
            .filter(device -> !device.adversary())
            .mapToDouble(DeviceEvaluation::testAccuracy)
            .average()
            .orElse(Double.NaN);
    return String.format(Locale.ROOT, "accuracy %.2f", mean);
  }
}
