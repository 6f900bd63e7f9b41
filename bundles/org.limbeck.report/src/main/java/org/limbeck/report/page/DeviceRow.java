package org.limbeck.report.page;

import org.limbeck.report.DeviceSummary;
import org.limbeck.report.format.OptionalFigures;
import org.limbeck.report.format.ReadableNumbers;

/**
 * A row of the page's table of devices, ready to show.
 *
 * @param index the device's index
 * @param id its id
 * @param architecture its architecture
 * @param marker how it is shown
 * @param parameters the number of its parameters
 * @param privateRows the number of its private rows
 * @param alone its accuracy in the baseline's run
 * @param together its accuracy
 * @param gain the difference in percentage points
 * @param from where its bar begins, 0 to 100
 * @param to where its bar ends, 0 to 100
 * @param sent payload sent
 * @param frames the same with the frames' headers
 * @param wire what the transport put out
 * @param received payload received
 * @param refused how many frames were refused; empty if none
 * @param epsilon ε of its differential privacy
 * @param adversary how it lies; empty if it is honest
 * @param left when it left; empty if it was there at the end
 */
record DeviceRow(
    int index,
    String id,
    String architecture,
    Markers.Marker marker,
    String parameters,
    String privateRows,
    String alone,
    String together,
    String gain,
    double from,
    double to,
    String sent,
    String frames,
    String wire,
    String received,
    String refused,
    String epsilon,
    String adversary,
    String left) {

  static DeviceRow of(int index, DeviceSummary device, Markers markers, String left) {
    Double alone = device.accuracy().testAccuracyAlone();
    Double together = device.accuracy().testAccuracy();
    return new DeviceRow(
        index,
        device.profile().id(),
        device.profile().architecture(),
        markers.of(device.profile().architecture()),
        ReadableNumbers.count(device.profile().parameters()),
        ReadableNumbers.count(device.profile().privateRows()),
        ReadableNumbers.percent(alone),
        ReadableNumbers.percent(together),
        ReadableNumbers.points(OptionalFigures.difference(together, alone)),
        place(alone == null ? together : alone),
        place(together),
        ReadableNumbers.bytes(device.bytes().bytesSent()),
        ReadableNumbers.bytes(device.bytes().frameBytesSent()),
        wire(device.bytes().wireBytesSent()),
        ReadableNumbers.bytes(device.bytes().bytesReceived()),
        refused(device.bytes().refusedFrames()),
        ReadableNumbers.figure(device.privacy().epsilon()),
        device.profile().lies() ? "adversary: " + device.profile().adversary() : "",
        left);
  }

  private static String refused(long frames) {
    return frames == 0 ? "" : ReadableNumbers.count(frames) + " frames refused";
  }

  private static String wire(Long bytes) {
    return bytes == null ? ReadableNumbers.MISSING : ReadableNumbers.bytes(bytes);
  }

  private static double place(Double share) {
    return share == null ? 0 : Math.round(1000 * share) / 10.0;
  }
}
