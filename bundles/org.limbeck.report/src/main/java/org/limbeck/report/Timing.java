package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** All that depends on the clock and the machine, and nothing else does. */
public record Timing(
    @JsonPropertyDescription("how long the run took, in seconds") double wallSeconds,
    @JsonPropertyDescription("how long the run of the baseline took; null if there was none")
        Double baselineWallSeconds,
    @JsonPropertyDescription("how long the run had taken at each evaluation, in their order")
        List<Double> evaluationSeconds,
    @JsonPropertyDescription("how long each change of the network took, in their order")
        List<Double> swapSeconds,
    @JsonPropertyDescription("when the run began: an ISO 8601 instant") String startedAt,
    @JsonPropertyDescription("how many threads worked on the devices") int threads) {

  /** Copies the lists. */
  public Timing {
    evaluationSeconds = List.copyOf(evaluationSeconds);
    swapSeconds = List.copyOf(swapSeconds);
  }

  static Timing of(RunRecord together, Optional<RunRecord> alone, int threads) {
    return new Timing(
        together.wallSeconds(),
        alone.map(RunRecord::wallSeconds).orElse(null),
        together.evaluationSeconds(),
        together.swapSeconds(),
        alone.orElse(together).startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
        threads);
  }
}
