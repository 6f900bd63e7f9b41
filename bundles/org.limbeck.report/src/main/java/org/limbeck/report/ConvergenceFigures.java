package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.function.ToDoubleFunction;
import org.limbeck.report.format.OptionalFigures;

/**
 * How near devices are to each other and to a stationary point, as {@code summary.json} has it: of
 * a device, or the mean over the honest devices that have the figure.
 *
 * @see org.limbeck.api.event.DeviceEvaluation
 */
public record ConvergenceFigures(
    @JsonPropertyDescription(
            "mean squared distance of soft decisions to the devices' mean, over the reference rows")
        Double disagreement,
    @JsonPropertyDescription(
            "mean squared distance of the estimate z to the devices' mean, over the exchanged rows")
        Double trackingError,
    @JsonPropertyDescription("norm of the gradient of the full loss") Double stationarity) {

  /** Takes each figure from what knows it; NaN is what does not exist. */
  static ConvergenceFigures of(ToDoubleFunction<DeviceFigure> known) {
    return new ConvergenceFigures(
        OptionalFigures.orNull(known.applyAsDouble(DeviceFigure.DISAGREEMENT)),
        OptionalFigures.orNull(known.applyAsDouble(DeviceFigure.TRACKING_ERROR)),
        OptionalFigures.orNull(known.applyAsDouble(DeviceFigure.STATIONARITY)));
  }
}
