package org.limbeck.report;

import org.limbeck.api.event.DeviceDescription;
import org.limbeck.report.format.Figures;

/**
 * A device at the end of a run, as {@code summary.json} has it. Figures that do not exist are null.
 *
 * @param id the device's id
 * @param architecture the name of its architecture
 * @param parameters the number of trainable parameters
 * @param privateRows the number of private rows
 * @param adversary the name of the attack by which it lies; null if it is honest
 * @param testAccuracy the share of test rows classified right, 0 to 1
 * @param testAccuracyAlone the same in the run of the baseline; null if there was none
 * @param bytesSent payload bytes sent, one copy per neighbour
 * @param bytesReceived payload bytes received
 * @param frameBytesSent bytes sent with the frames' headers
 * @param frameBytesReceived bytes received with the frames' headers
 * @param wireBytesSent bytes that the transport put out for it; null if there is no wire
 * @param refusedFrames the number of frames that arrived and could not be used
 * @param disagreement see {@link org.limbeck.api.event.DeviceEvaluation}
 * @param trackingError see {@link org.limbeck.api.event.DeviceEvaluation}
 * @param stationarity see {@link org.limbeck.api.event.DeviceEvaluation}
 * @param epsilon ε of the (ε, δ)-differential privacy of its private rows; null if there is none
 * @param delta δ; null likewise
 */
public record DeviceSummary(
    String id,
    String architecture,
    int parameters,
    int privateRows,
    String adversary,
    Double testAccuracy,
    Double testAccuracyAlone,
    long bytesSent,
    long bytesReceived,
    long frameBytesSent,
    long frameBytesReceived,
    Long wireBytesSent,
    long refusedFrames,
    Double disagreement,
    Double trackingError,
    Double stationarity,
    Double epsilon,
    Double delta) {

  /** Returns whether it lies about its soft decisions. */
  public boolean lies() {
    return adversary != null;
  }

  static DeviceSummary of(DeviceDescription device, DeviceMetrics end, Double testAccuracyAlone) {
    return new DeviceSummary(
        device.id(),
        device.architecture(),
        device.parameters(),
        device.privateRows(),
        device.adversary().isEmpty() ? null : device.adversary(),
        Figures.orNull(end.testAccuracy()),
        testAccuracyAlone,
        end.sent().payloadBytes(),
        end.received().payloadBytes(),
        end.sent().frameBytes(),
        end.received().frameBytes(),
        Figures.someOrNull(end.sent().wireBytes()),
        end.received().refusedFrames(),
        Figures.orNull(end.disagreement()),
        Figures.orNull(end.trackingError()),
        Figures.orNull(end.stationarity()),
        Figures.orNull(end.privacy().epsilon()),
        Figures.orNull(end.privacy().delta()));
  }
}
