package org.limbeck.report.page;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.limbeck.report.DeviceFigure;
import org.limbeck.report.Evaluation;
import org.limbeck.report.format.OptionalFigures;
import org.limbeck.report.format.ReadableNumbers;

/**
 * A column of the page's table of evaluations: a mean over the honest devices, or what else is told
 * of an evaluation.
 *
 * @param heading its heading
 * @param cell takes the text of its cell from an evaluation
 */
record EvaluationColumn(String heading, Function<Evaluation, String> cell) {
  private static final EvaluationColumn WIRE = bytes("On the wire", DeviceFigure.WIRE_BYTES_SENT);

  /**
   * Returns the columns after the round.
   *
   * @param overWire whether the frames went over a wire
   */
  static List<EvaluationColumn> all(boolean overWire) {
    return Stream.of(
            bytes("Sent per device", DeviceFigure.PAYLOAD_BYTES_SENT),
            bytes("With headers", DeviceFigure.FRAME_BYTES_SENT),
            WIRE,
            new EvaluationColumn("Mean accuracy", e -> percent(e.mean(DeviceFigure.TEST_ACCURACY))),
            new EvaluationColumn("Lowest", e -> percent(e.min(DeviceFigure.TEST_ACCURACY))),
            mean("Local loss", DeviceFigure.LOCAL_LOSS),
            mean("Distillation loss", DeviceFigure.DISTILLATION_LOSS),
            mean("Disagreement", DeviceFigure.DISAGREEMENT),
            mean("Tracking error", DeviceFigure.TRACKING_ERROR),
            mean("Stationarity", DeviceFigure.STATIONARITY))
        .filter(column -> overWire || !column.equals(WIRE))
        .toList();
  }

  private static EvaluationColumn bytes(String heading, DeviceFigure figure) {
    return new EvaluationColumn(heading, e -> ReadableNumbers.bytes(Math.round(e.mean(figure))));
  }

  private static EvaluationColumn mean(String heading, DeviceFigure figure) {
    return new EvaluationColumn(
        heading, e -> ReadableNumbers.figure(OptionalFigures.orNull(e.mean(figure))));
  }

  private static String percent(double share) {
    return ReadableNumbers.percent(OptionalFigures.orNull(share));
  }
}
