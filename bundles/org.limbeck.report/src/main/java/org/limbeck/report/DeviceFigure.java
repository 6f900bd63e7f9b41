package org.limbeck.report;

import java.util.function.Function;
import org.limbeck.report.format.OptionalFigures;

/**
 * A figure of a device at an evaluation, declared once: columns of {@code metrics.csv}, charts and
 * means follow from this list. The order is that of the columns.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
public enum DeviceFigure {
  TEST_ACCURACY(
      "testAccuracy", "0 to 1", "share of test rows classified right", DeviceMetrics::testAccuracy),
  LOCAL_LOSS(
      "localLoss",
      "nats",
      "mean local loss per round since the evaluation before; empty at the first",
      DeviceMetrics::localLoss),
  DISTILLATION_LOSS(
      "distillationLoss",
      "",
      "mean distillation loss per round since then, without ρ, over the rounds that had one",
      DeviceMetrics::distillationLoss),
  PAYLOAD_BYTES_SENT(
      "payloadBytesSent",
      "bytes",
      "encoded payload sent since the run began or the device joined, one copy per neighbour",
      device -> device.sent().payloadBytes()),
  PAYLOAD_BYTES_RECEIVED(
      "payloadBytesReceived",
      "bytes",
      "encoded payload received since then",
      device -> device.received().payloadBytes()),
  FRAME_BYTES_SENT(
      "frameBytesSent",
      "bytes",
      "the payload sent, with the frames' headers",
      device -> device.sent().frameBytes()),
  FRAME_BYTES_RECEIVED(
      "frameBytesReceived",
      "bytes",
      "the payload received, with the frames' headers",
      device -> device.received().frameBytes()),
  WIRE_BYTES_SENT(
      "wireBytesSent",
      "bytes",
      "what the transport put out for the device, with headers of its own; empty without a wire",
      device -> device.sent().wireBytes()) {
    @Override
    Number orNull(DeviceMetrics device) {
      return OptionalFigures.someOrNull(device.sent().wireBytes());
    }
  },
  DISAGREEMENT(
      "disagreement",
      "",
      "mean squared distance of its soft decisions to the devices' mean, over the reference rows",
      DeviceMetrics::disagreement),
  TRACKING_ERROR(
      "trackingError",
      "",
      "mean squared distance of its estimate z to the devices' mean, over the exchanged rows",
      DeviceMetrics::trackingError),
  STATIONARITY(
      "stationarity", "norm", "of the gradient of its full loss", DeviceMetrics::stationarity);

  private final String column;
  private final String unit;
  private final String meaning;
  private final Function<DeviceMetrics, Number> measured;

  DeviceFigure(
      String column, String unit, String meaning, Function<DeviceMetrics, Number> measured) {
    this.column = column;
    this.unit = unit;
    this.meaning = meaning;
    this.measured = measured;
  }

  /** Returns the name of its column in {@code metrics.csv}. */
  public String column() {
    return column;
  }

  String unit() {
    return unit;
  }

  String meaning() {
    return meaning;
  }

  /** Returns the figure of a device; NaN if it does not exist. */
  public double of(DeviceMetrics device) {
    return measured.apply(device).doubleValue();
  }

  /** Returns the figure as it is written, whole numbers exactly; null if it does not exist. */
  Number orNull(DeviceMetrics device) {
    Number value = measured.apply(device);
    return value instanceof Double real ? OptionalFigures.orNull(real) : value;
  }
}
