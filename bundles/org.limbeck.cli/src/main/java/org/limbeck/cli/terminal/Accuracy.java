package org.limbeck.cli.terminal;

import java.util.Locale;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.RoundEvaluated;

/** The accuracy that progress speaks of. */
public final class Accuracy {
  private Accuracy() {}

  /** Returns the mean test accuracy of the honest devices, such as {@code accuracy 0.71}. */
  public static String of(RoundEvaluated evaluated) {
    double mean =
        evaluated.devices().stream()
            .filter(device -> !device.adversary())
            .mapToDouble(DeviceEvaluation::testAccuracy)
            .average()
            .orElse(Double.NaN);
    return String.format(Locale.ROOT, "accuracy %.2f", mean);
  }
}
