package org.limbeck.report;

/**
 * A device that left before the end of a run, as {@code summary.json} has it.
 *
 * @param id the device's id
 * @param architecture the name of the architecture that it had when it left
 * @param parameters the number of trainable parameters
 * @param privateRows the number of private rows
 * @param leftAtRound the number of rounds completed when it left
 * @param bytesSent payload bytes sent, one copy per neighbour
 * @param bytesReceived payload bytes received
 * @param frameBytesSent bytes sent with the frames' headers
 * @param frameBytesReceived bytes received with the frames' headers
 * @param wireBytesSent bytes that the transport put out for it; null if there is no wire
 */
public record DepartedDevice(
    String id,
    String architecture,
    int parameters,
    int privateRows,
    long leftAtRound,
    long bytesSent,
    long bytesReceived,
    long frameBytesSent,
    long frameBytesReceived,
    Long wireBytesSent) {}
