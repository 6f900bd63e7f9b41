package org.limbeck.engine.control;

/**
 * How a device of a run does.
 *
 * @param id the device's id
 * @param architecture its architecture, as an experiment writes it with all its options
 * @param parameters the number of trainable parameters of its model
 * @param privateRows the number of its private rows
 * @param testAccuracy the share of test rows classified right at the last evaluation, 0 to 1; NaN
 *     before its first
 * @param localLoss its local loss in the last round, in nats
 * @param distillationLoss its distillation loss in the last round
 * @param payloadBytesSent payload bytes sent since the run began, one copy per neighbour
 */
public record DeviceStatus(
    String id,
    String architecture,
    int parameters,
    int privateRows,
    double testAccuracy,
    double localLoss,
    double distillationLoss,
    long payloadBytesSent) {}
