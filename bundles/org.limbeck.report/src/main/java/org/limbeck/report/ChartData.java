package org.limbeck.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.limbeck.api.event.DeviceDescription;

/**
 * What the page's charts are drawn from; embedded as JSON.
 *
 * @param devices the ids of the devices in ascending order
 * @param colours the number of each device's colour
 * @param rounds the round of each evaluation
 * @param figures by name of the figure, for each device, its value at each evaluation; null where
 *     it does not exist
 * @param baseline the reference line; null if there is none
 */
record ChartData(
    List<String> devices,
    List<Integer> colours,
    List<Long> rounds,
    Map<String, List<List<Float>>> figures,
    Baseline baseline) {

  /**
   * The baseline's outcome.
   *
   * @param label what to call it
   * @param testAccuracy the mean over the devices
   */
  record Baseline(String label, Float testAccuracy) {}

  static ChartData of(Report report, Markers markers) {
    RunRecord run = report.together();
    Map<String, List<List<Float>>> figures = new LinkedHashMap<>();
    figures.put("testAccuracy", series(run, DeviceMetrics::testAccuracy));
    figures.put("bytesSent", series(run, device -> device.sent().payloadBytes()));
    figures.put("disagreement", series(run, DeviceMetrics::disagreement));
    figures.put("trackingError", series(run, DeviceMetrics::trackingError));
    figures.put("stationarity", series(run, DeviceMetrics::stationarity));
    figures.put("localLoss", series(run, DeviceMetrics::localLoss));
    figures.put("distillationLoss", series(run, DeviceMetrics::distillationLoss));
    List<DeviceDescription> devices = run.start().devices();
    return new ChartData(
        devices.stream().map(DeviceDescription::id).toList(),
        devices.stream().map(device -> markers.of(device.architecture()).colour()).toList(),
        run.evaluations().stream().map(Evaluation::round).toList(),
        figures,
        baseline(report));
  }

  private static Baseline baseline(Report report) {
    return report
        .alone()
        .map(RunRecord::last)
        .map(end -> orNull(end.mean(DeviceMetrics::testAccuracy)))
        .map(accuracy -> new Baseline(report.baselineLabel(), accuracy))
        .orElse(null);
  }

  private static List<List<Float>> series(RunRecord run, ToDoubleFunction<DeviceMetrics> figure) {
    List<Map<String, Float>> evaluations =
        run.evaluations().stream().map(evaluation -> byDevice(evaluation, figure)).toList();
    return run.start().devices().stream()
        .map(device -> evaluations.stream().map(values -> values.get(device.id())))
        .map(values -> values.collect(Collectors.toList()))
        .toList();
  }

  private static Map<String, Float> byDevice(
      Evaluation evaluation, ToDoubleFunction<DeviceMetrics> figure) {
    Map<String, Float> values = new HashMap<>();
    for (DeviceMetrics device : evaluation.devices()) {
      values.put(device.device(), orNull(figure.applyAsDouble(device)));
    }
    return values;
  }

  private static Float orNull(double value) {
    return Double.isFinite(value) ? Float.valueOf((float) value) : null;
  }
}
