package org.limbeck.engine.network;

import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.PluginChoice;

/** Describes devices to observers. */
public final class DeviceDescriptions {

  private DeviceDescriptions() {}

  /**
   * Describes a device with a model of so many parameters and these private rows. Of private
   * training, it does not say which classes they are of.
   */
  public static DeviceDescription of(
      DeviceSpec spec, int parameters, LabelledRows rows, int classes, Training training) {
    return new DeviceDescription(
        spec.id(),
        spec.architecture().name(),
        parameters,
        rows.rows(),
        spec.attack().map(PluginChoice::name).orElse(""),
        training.privacy().isPresent() ? List.of() : classCounts(rows, classes));
  }

  private static List<Integer> classCounts(LabelledRows rows, int classes) {
    int[] counts = new int[classes];
    for (int row = 0; row < rows.rows(); row++) {
      counts[rows.label(row)]++;
    }
    return IntStream.of(counts).boxed().toList();
  }
}
