package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.report.format.FlatRecordReader;
import org.limbeck.report.format.OptionalFigures;

/**
 * A device at the end of a run, as {@code summary.json} has it: the components of its components
 * are its keys, in this order. Figures that do not exist are null.
 *
 * @param profile who it is
 * @param accuracy how well it classifies
 * @param classification which classes it takes for which
 * @param bytes what it sent and received
 * @param convergence how near it is to the others and to a stationary point
 * @param privacy what protects its private rows
 */
@JsonDeserialize(using = DeviceSummary.Reader.class)
public record DeviceSummary(
    @JsonUnwrapped DeviceProfile profile,
    @JsonUnwrapped DeviceAccuracy accuracy,
    @JsonUnwrapped DeviceClassification classification,
    @JsonUnwrapped DeviceBytes bytes,
    @JsonUnwrapped ConvergenceFigures convergence,
    @JsonUnwrapped DevicePrivacy privacy) {

  static DeviceSummary of(
      DeviceDescription device, DeviceMetrics end, Double testAccuracyAlone, int devices) {
    return new DeviceSummary(
        DeviceProfile.of(device),
        new DeviceAccuracy(OptionalFigures.orNull(end.testAccuracy()), testAccuracyAlone),
        DeviceClassification.of(end.classification(), devices),
        DeviceBytes.of(end),
        ConvergenceFigures.of(figure -> figure.of(end)),
        DevicePrivacy.of(end.privacy()));
  }

  static final class Reader extends FlatRecordReader<DeviceSummary> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(DeviceSummary.class);
    }
  }
}
