package org.limbeck.report;

import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.limbeck.api.event.Traffic;
import org.limbeck.report.format.Figures;
import org.limbeck.report.format.Numbers;

/**
 * A row of the page's table of evaluations, ready to show: means over the honest devices.
 *
 * @param round the number of rounds completed
 * @param sent payload sent per device
 * @param frames the same with the frames' headers
 * @param wire what the transport put out
 * @param accuracy test accuracy
 * @param least the least test accuracy
 * @param localLoss local loss
 * @param distillationLoss distillation loss
 * @param disagreement disagreement
 * @param trackingError tracking error
 * @param stationarity stationarity
 */
record EvaluationRow(
    String round,
    String sent,
    String frames,
    String wire,
    String accuracy,
    String least,
    String localLoss,
    String distillationLoss,
    String disagreement,
    String trackingError,
    String stationarity) {

  static EvaluationRow of(Evaluation evaluation) {
    return new EvaluationRow(
        Numbers.count(evaluation.round()),
        bytes(evaluation, Traffic::payloadBytes),
        bytes(evaluation, Traffic::frameBytes),
        bytes(evaluation, Traffic::wireBytes),
        Numbers.percent(Figures.orNull(evaluation.mean(DeviceMetrics::testAccuracy))),
        Numbers.percent(Figures.orNull(evaluation.min(DeviceMetrics::testAccuracy))),
        mean(evaluation, DeviceMetrics::localLoss),
        mean(evaluation, DeviceMetrics::distillationLoss),
        mean(evaluation, DeviceMetrics::disagreement),
        mean(evaluation, DeviceMetrics::trackingError),
        mean(evaluation, DeviceMetrics::stationarity));
  }

  private static String bytes(Evaluation evaluation, ToLongFunction<Traffic> figure) {
    return Numbers.bytes(Math.round(evaluation.mean(device -> figure.applyAsLong(device.sent()))));
  }

  private static String mean(Evaluation evaluation, ToDoubleFunction<DeviceMetrics> figure) {
    return Numbers.figure(Figures.orNull(evaluation.mean(figure)));
  }
}
