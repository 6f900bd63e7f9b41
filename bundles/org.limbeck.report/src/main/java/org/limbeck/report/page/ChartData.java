package org.limbeck.report.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.limbeck.report.DeviceFigure;
import org.limbeck.report.DeviceMetrics;
import org.limbeck.report.Evaluation;
import org.limbeck.report.RunRecord;
import org.limbeck.report.SwapRecord;
import org.limbeck.report.format.OptionalFigures;

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
 * @param swaps the rounds at which the network changed
 */
record ChartData(
    List<String> devices,
    List<Integer> colours,
    List<Boolean> adversaries,
    List<Long> rounds,
    Map<String, List<List<Float>>> figures,
    Baseline baseline,
    List<Long> swaps) {

  /** The figures that charts show, in their order. */
  private static final List<DeviceFigure> CHARTED =
      List.of(
          DeviceFigure.TEST_ACCURACY,
          DeviceFigure.PAYLOAD_BYTES_SENT,
          DeviceFigure.DISAGREEMENT,
          DeviceFigure.TRACKING_ERROR,
          DeviceFigure.STATIONARITY,
          DeviceFigure.LOCAL_LOSS,
          DeviceFigure.DISTILLATION_LOSS);

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
    CHARTED.forEach(figure -> figures.put(name(figure), series(run, devices, figure)));
    return new ChartData(
        devices.stream().map(DeviceRow::id).toList(),
        devices.stream().map(device -> device.marker().colour()).toList(),
        devices.stream().map(device -> !device.adversary().isEmpty()).toList(),
        run.evaluations().stream().map(Evaluation::round).toList(),
        figures,
        baseline(report),
        run.swaps().stream().map(SwapRecord::round).toList());
  }

  /** Returns the name of a figure in the page's script. */
  private static String name(DeviceFigure figure) {
    return figure == DeviceFigure.PAYLOAD_BYTES_SENT ? "bytesSent" : figure.column();
  }

  private static Baseline baseline(Report report) {
    return report
        .alone()
        .map(RunRecord::last)
        .map(end -> OptionalFigures.orNullFloat(end.mean(DeviceFigure.TEST_ACCURACY)))
        .map(accuracy -> new Baseline(report.baselineLabel(), accuracy))
        .orElse(null);
  }

  private static List<List<Float>> series(
      RunRecord run, List<DeviceRow> devices, DeviceFigure figure) {
    List<Map<String, Float>> evaluations =
        run.evaluations().stream().map(evaluation -> byDevice(evaluation, figure)).toList();
    return devices.stream()
        .map(device -> evaluations.stream().map(values -> values.get(device.id())))
        .map(values -> values.collect(Collectors.toList()))
        .toList();
  }

  private static Map<String, Float> byDevice(Evaluation evaluation, DeviceFigure figure) {
    Map<String, Float> values = new HashMap<>();
    for (DeviceMetrics device : evaluation.devices()) {
      values.put(device.device(), OptionalFigures.orNullFloat(figure.of(device)));
    }
    return values;
  }
}
