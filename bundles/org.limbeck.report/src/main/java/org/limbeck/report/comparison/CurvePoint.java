package org.limbeck.report.comparison;

/**
 * Where the devices of a run stood at an evaluation: means over the devices. Disagreement, tracking
 * error and stationarity are means over the honest devices that have the figure, NaN if none has;
 * see {@link org.limbeck.api.event.DeviceEvaluation}.
 *
 * @param round the number of rounds completed
 * @param seconds how long the run had taken
 * @param bytes payload bytes sent per device, one copy per neighbour
 * @param frameBytes the same with the frames' headers
 * @param accuracy the mean test accuracy, 0 to 1
 * @param worst the test accuracy of the worst device
 * @param disagreement the mean disagreement
 * @param trackingError the mean tracking error
 * @param stationarity the mean stationarity
 */
public record CurvePoint(
    long round,
    double seconds,
    double bytes,
    double frameBytes,
    double accuracy,
    double worst,
    double disagreement,
    double trackingError,
    double stationarity) {}
