package org.limbeck.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.limbeck.report.format.Figures;

/**
 * What the page's charts are drawn from; embedded as JSON.
 *
 * @param devices the ids of the devices in the order of the page: those that are there at the end,
 *     then those that left
 * @param colours the number of each device's colour
 * @param adversaries whether each device lies, and has no part in the means
 * @param rounds the round of each evaluation
 * @param figures by name of the figure, for each device, its value at each evaluation; null where
 *     it does not exist
 * @param baseline the reference line; null if there is none
 * @param swaps the rounds at which the wiring changed
 */
record ChartData(
    List<String> devices,
    List<Integer> colours,
    List<Boolean> adversaries,
    List<Long> rounds,
    Map<String, List<List<Float>>> figures,
    Baseline baseline,
    List<Long> swaps) {

  /**
   * The baseline's outcome.
   *
   * @param label what to call it
   * @param testAccuracy the mean over the honest devices
   */
  record Baseline(String label, Float testAccuracy) {}

  static ChartData of(Report report, List<DeviceRow> devices) {
    Map<String, List<List<Float>>> figures = new LinkedHashMap<>();
    RunRecord run = report.together();
    figures.put("testAccuracy", series(run, devices, DeviceMetrics::testAccuracy));
    figures.put("bytesSent", series(run, devices, device -> device.sent().payloadBytes()));
    figures.put("disagreement", series(run, devices, DeviceMetrics::disagreement));
    figures.put("trackingError", series(run, devices, DeviceMetrics::trackingError));
    figures.put("stationarity", series(run, devices, DeviceMetrics::stationarity));
    figures.put("localLoss", series(run, devices, DeviceMetrics::localLoss));
    figures.put("distillationLoss", series(run, devices, DeviceMetrics::distillationLoss));
    return new ChartData(
        devices.stream().map(DeviceRow::id).toList(),
        devices.stream().map(device -> device.marker().colour()).toList(),
        devices.stream().map(device -> !device.adversary().isEmpty()).toList(),
        run.evaluations().stream().map(Evaluation::round).toList(),
        figures,
        baseline(report),
        run.swaps().stream().map(Swap::round).toList());
  }

  private static Baseline baseline(Report report) {
    return report
        .alone()
        .map(RunRecord::last)
        .map(end -> Figures.orNullFloat(end.mean(DeviceMetrics::testAccuracy)))
        .map(accuracy -> new Baseline(report.baselineLabel(), accuracy))
        .orElse(null);
  }

  private static List<List<Float>> series(
      RunRecord run, List<DeviceRow> devices, ToDoubleFunction<DeviceMetrics> figure) {
    List<Map<String, Float>> evaluations =
        run.evaluations().stream().map(evaluation -> byDevice(evaluation, figure)).toList();
    return devices.stream()
        .map(device -> evaluations.stream().map(values -> values.get(device.id())))
        .map(values -> values.collect(Collectors.toList()))
        .toList();
  }

  private static Map<String, Float> byDevice(
      Evaluation evaluation, ToDoubleFunction<DeviceMetrics> figure) {
    Map<String, Float> values = new HashMap<>();
    for (DeviceMetrics device : evaluation.devices()) {
      values.put(device.device(), Figures.orNullFloat(figure.applyAsDouble(device)));
    }
    return values;
  }
}
