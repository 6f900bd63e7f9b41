package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.limbeck.report.format.OptionalFigures;

/** What a device sent and received, as {@code summary.json} has it. */
public record DeviceBytes(
    @JsonPropertyDescription("payload bytes sent, one copy per neighbour") long bytesSent,
    @JsonPropertyDescription("payload bytes received") long bytesReceived,
    @JsonPropertyDescription("bytes sent with the frames' headers") long frameBytesSent,
    @JsonPropertyDescription("bytes received with the frames' headers") long frameBytesReceived,
    @JsonPropertyDescription("bytes that the transport put out for it; null if there is no wire")
        Long wireBytesSent,
    @JsonPropertyDescription("the number of frames that arrived and could not be used")
        long refusedFrames) {

  static DeviceBytes of(DeviceMetrics end) {
    return new DeviceBytes(
        end.sent().payloadBytes(),
        end.received().payloadBytes(),
        end.sent().frameBytes(),
        end.received().frameBytes(),
        OptionalFigures.someOrNull(end.sent().wireBytes()),
        end.received().refusedFrames());
  }
}
