package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.limbeck.report.format.OptionalFigures;

/** What was run, as {@code summary.json} has it. */
public record SummarySetup(
    @JsonPropertyDescription("the experiment's name") String experiment,
    @JsonPropertyDescription("the seed of all randomness") long seed,
    @JsonPropertyDescription("the name of the algorithm at the end") String algorithm,
    @JsonPropertyDescription("the name of the topology at the end") String topology,
    @JsonPropertyDescription("the name of the aggregation rule at the end") String aggregation,
    @JsonPropertyDescription("the name of the weighting at the end") String weighting,
    @JsonPropertyDescription("the name of the codec at the end") String codec,
    @JsonPropertyDescription(
            "the spectral gap of the communication graph at the end, 0 to 1; null if it is not"
                + " known, as with thousands of devices or graphs in a fixed order")
        Double spectralGap,
    @JsonPropertyDescription("the number of rounds completed") long rounds) {

  static SummarySetup of(RunRecord run) {
    NetworkDescription network = run.network();
    return new SummarySetup(
        run.start().experiment(),
        run.start().seed(),
        network.plugins().get("algorithm"),
        network.plugins().get("topology"),
        network.plugins().get("aggregation"),
        network.plugins().get("weighting"),
        network.plugins().get("codec"),
        OptionalFigures.orNull(network.mixing().spectralGap()),
        run.rounds());
  }
}
