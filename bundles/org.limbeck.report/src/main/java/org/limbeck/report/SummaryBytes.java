package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.limbeck.report.format.OptionalFigures;

/** What was sent, as {@code summary.json} has it: means over the honest devices, and totals. */
public record SummaryBytes(
    @JsonPropertyDescription(
            "payload bytes sent, one copy per neighbour: the mean over the devices, to the whole"
                + " byte")
        long bytesSentPerDevice,
    @JsonPropertyDescription("the same with the frames' headers") long frameBytesSentPerDevice,
    @JsonPropertyDescription(
            "what the transport put out, with headers of its own; null if there is no wire")
        Long wireBytesSentPerDevice,
    @JsonPropertyDescription("payload bytes that all devices sent, those that left included")
        long bytesSentTotal,
    @JsonPropertyDescription("the same with the frames' headers") long frameBytesSentTotal,
    @JsonPropertyDescription("what the transport put out for all devices; null if there is no wire")
        Long wireBytesSentTotal) {

  static SummaryBytes of(
      Evaluation end, List<DeviceSummary> devices, List<DepartedDevice> departed) {
    List<DeviceBytes> bytes =
        Stream.concat(devices.stream(), departed.stream().map(DepartedDevice::summary))
            .map(DeviceSummary::bytes)
            .toList();
    return new SummaryBytes(
        Math.round(end.mean(DeviceFigure.PAYLOAD_BYTES_SENT)),
        Math.round(end.mean(DeviceFigure.FRAME_BYTES_SENT)),
        OptionalFigures.someOrNull(Math.round(end.mean(DeviceFigure.WIRE_BYTES_SENT))),
        bytes.stream().mapToLong(DeviceBytes::bytesSent).sum(),
        bytes.stream().mapToLong(DeviceBytes::frameBytesSent).sum(),
        bytes.stream()
            .map(DeviceBytes::wireBytesSent)
            .filter(Objects::nonNull)
            .reduce(Long::sum)
            .orElse(null));
  }
}
