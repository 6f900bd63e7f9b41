package org.limbeck.report;

import java.util.List;

/**
 * All that depends on the clock and the machine, and nothing else does.
 *
 * @param wallSeconds how long the run took
 * @param baselineWallSeconds how long the run of the baseline took; null if there was none
 * @param evaluationSeconds how long the run had taken at each evaluation, in their order
 * @param swapSeconds how long each change of the wiring took, in their order
 * @param startedAt when the run began: an ISO 8601 instant
 * @param threads how many threads worked on the devices
 */
public record Timing(
    double wallSeconds,
    Double baselineWallSeconds,
    List<Double> evaluationSeconds,
    List<Double> swapSeconds,
    String startedAt,
    int threads) {

  /** Copies the lists. */
  public Timing {
    evaluationSeconds = List.copyOf(evaluationSeconds);
    swapSeconds = List.copyOf(swapSeconds);
  }
}
