package org.limbeck.cli.device;

import java.util.List;

/**
 * How a device on its own does, as it is in {@code status.json}: the components are its keys.
 *
 * @param device its id
 * @param state {@code running}, {@code stopped} or {@code done}
 * @param round the number of rounds completed, in all its lives
 * @param privateRows the number of its private rows
 * @param testAccuracy the share of test rows classified right at the last evaluation; null if there
 *     are none
 * @param epsilon the ε of its differential privacy; null without
 * @param delta the δ of its differential privacy; null without
 * @param neighbours the ids of its neighbours
 * @param bytesSent bytes put on the wire since it was started
 * @param bytesReceived bytes of the frames received since it was started
 * @param lastChange what others did last, or what changed last, with the time; empty if nothing has
 * @param updated when this was written
 */
record DeviceReport(
    String device,
    String state,
    long round,
    int privateRows,
    Double testAccuracy,
    Double epsilon,
    Double delta,
    List<String> neighbours,
    long bytesSent,
    long bytesReceived,
    String lastChange,
    String updated) {}
