package org.limbeck.report;

/**
 * All that depends on the clock and the machine, and nothing else does.
 *
 * @param wallSeconds how long the run took
 * @param baselineWallSeconds how long the run of the baseline took; null if there was none
 * @param startedAt when the run began: an ISO 8601 instant
 * @param threads how many threads worked on the devices
 */
public record Timing(
    double wallSeconds, Double baselineWallSeconds, String startedAt, int threads) {}
