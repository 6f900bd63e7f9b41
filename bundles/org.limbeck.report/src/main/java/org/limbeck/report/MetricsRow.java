package org.limbeck.report;

/**
 * A row of {@code metrics.csv}: a device at an evaluation.
 *
 * @param round the number of rounds completed
 * @param device the device's id
 * @param metrics where it stands; null if it has left
 * @param changes what has changed for it since the evaluation before; empty if nothing has
 */
record MetricsRow(long round, String device, DeviceMetrics metrics, String changes) {}
