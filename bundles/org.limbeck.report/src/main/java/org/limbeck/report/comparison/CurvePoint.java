package org.limbeck.report.comparison;

/**
 * Where the devices of a run stood at an evaluation: means over the devices.
 *
 * @param round the number of rounds completed
 * @param seconds how long the run had taken
 * @param bytes payload bytes sent per device, one copy per neighbour
 * @param frameBytes the same with the frames' headers
 * @param accuracy the mean test accuracy, 0 to 1
 * @param worst the test accuracy of the worst device
 */
public record CurvePoint(
    long round, double seconds, double bytes, double frameBytes, double accuracy, double worst) {}
