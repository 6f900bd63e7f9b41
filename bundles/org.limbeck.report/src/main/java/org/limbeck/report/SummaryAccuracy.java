package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;
import org.limbeck.report.format.OptionalFigures;

/** How well the honest devices classify at the end, as {@code summary.json} has it. */
public record SummaryAccuracy(
    @JsonPropertyDescription("the mean of the honest devices' test accuracies, 0 to 1")
        Double meanTestAccuracy,
    @JsonPropertyDescription("the least of them") Double minTestAccuracy,
    @JsonPropertyDescription("their mean in the run of the baseline; null if there was none")
        Double meanTestAccuracyAlone) {

  static SummaryAccuracy of(Evaluation end, Optional<Evaluation> endAlone) {
    return new SummaryAccuracy(
        OptionalFigures.orNull(end.mean(DeviceFigure.TEST_ACCURACY)),
        OptionalFigures.orNull(end.min(DeviceFigure.TEST_ACCURACY)),
        endAlone.map(e -> OptionalFigures.orNull(e.mean(DeviceFigure.TEST_ACCURACY))).orElse(null));
  }
}
