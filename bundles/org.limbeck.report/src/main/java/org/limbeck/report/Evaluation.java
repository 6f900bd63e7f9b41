package org.limbeck.report;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where all devices of a run stand after a round.
 *
 * @param round the number of rounds completed so far; 0 before the first
 * @param devices the metrics of each device, in ascending order
 * @param changes what changed since the evaluation before, in order
 */
public record Evaluation(long round, List<DeviceMetrics> devices, List<DatedChange> changes) {

  /** Copies the lists. */
  public Evaluation {
    devices = List.copyOf(devices);
    changes = List.copyOf(changes);
  }

  /** Returns the same without what is known of classes. */
  Evaluation withoutClassification() {
    return new Evaluation(
        round, devices.stream().map(DeviceMetrics::withoutClassification).toList(), changes);
  }

  /** Returns the mean of a figure over the honest devices that have it; NaN if none has. */
  public double mean(DeviceFigure figure) {
    return having(figure).average().orElse(Double.NaN);
  }

  /** Returns the least of a figure over the honest devices that have it; NaN if none has. */
  public double min(DeviceFigure figure) {
    return having(figure).min().orElse(Double.NaN);
  }

  private DoubleStream having(DeviceFigure figure) {
    return devices.stream()
        .filter(DeviceMetrics::honest)
        .mapToDouble(figure::of)
        .filter(value -> !Double.isNaN(value));
  }
}
