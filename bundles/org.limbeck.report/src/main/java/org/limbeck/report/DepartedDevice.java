package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A device that left before the end of a run, as {@code summary.json} has it. */
public record DepartedDevice(
    @JsonPropertyDescription("the device's id") String id,
    @JsonPropertyDescription("the name of the architecture that it had when it left")
        String architecture,
    @JsonPropertyDescription("the number of trainable parameters") int parameters,
    @JsonPropertyDescription("the number of private rows") int privateRows,
    @JsonPropertyDescription("the number of rounds completed when it left") long leftAtRound,
    @JsonPropertyDescription("payload bytes sent, one copy per neighbour") long bytesSent,
    @JsonPropertyDescription("payload bytes received") long bytesReceived,
    @JsonPropertyDescription("bytes sent with the frames' headers") long frameBytesSent,
    @JsonPropertyDescription("bytes received with the frames' headers") long frameBytesReceived,
    @JsonPropertyDescription("bytes that the transport put out for it; null if there is no wire")
        Long wireBytesSent) {
  /** Returns what there is to say of it beside the devices that are there at the end. */
  public DeviceSummary summary() {
    return new DeviceSummary(
        new DeviceProfile(id, architecture, parameters, privateRows, null),
        new DeviceAccuracy(null, null),
        DeviceClassification.NONE,
        new DeviceBytes(
            bytesSent, bytesReceived, frameBytesSent, frameBytesReceived, wireBytesSent, 0),
        new ConvergenceFigures(null, null, null),
        new DevicePrivacy(null, null));
  }
}
