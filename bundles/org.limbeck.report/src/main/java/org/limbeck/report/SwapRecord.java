package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.limbeck.api.event.Change;
import org.limbeck.api.event.Rewired;
import org.limbeck.report.format.OptionalFigures;

/**
 * A change of the network during a run, as {@code summary.json} has it. Figures that do not exist
 * are null. Immutable.
 */
public record SwapRecord(
    @JsonPropertyDescription("the number of rounds completed before it") long round,
    @JsonPropertyDescription("who asked for it") String by,
    @JsonPropertyDescription("what changed") List<Change> changes,
    @JsonPropertyDescription(
            "the mean test accuracy, before the change, of the devices whose model was replaced by"
                + " another one, 0 to 1; null if no model was")
        Double accuracyBefore,
    @JsonPropertyDescription("the same after the change") Double accuracyAfter,
    @JsonPropertyDescription(
            "the round of the first evaluation after the change at which the mean test accuracy of"
                + " these devices was at least `accuracyBefore`; null if it never was, or if no"
                + " model was replaced")
        Long recoveredAtRound) {
  private static final String ARCHITECTURE = "architecture";

  /** Sums in another order than the engine's may differ in their last bits. */
  private static final double ROUNDING = 1e-9;

  /** Copies the list. */
  public SwapRecord {
    changes = List.copyOf(changes);
  }

  static SwapRecord of(Rewired rewired) {
    return new SwapRecord(
        rewired.round(),
        rewired.by(),
        rewired.changes(),
        OptionalFigures.orNull(rewired.accuracyBefore()),
        OptionalFigures.orNull(rewired.accuracyAfter()),
        null);
  }

  /** Returns the same change with these accuracies, of whose recovery nothing is known. */
  public SwapRecord measured(Double before, Double after) {
    return new SwapRecord(round, by, changes, before, after, null);
  }

  /** Returns the swap with what an evaluation after it tells about its recovery. */
  public SwapRecord after(Evaluation evaluation) {
    if (accuracyBefore == null || recoveredAtRound != null) {
      return this;
    }
    double accuracy =
        evaluation.devices().stream()
            .filter(device -> hasReplaced(device.device()))
            .mapToDouble(DeviceMetrics::testAccuracy)
            .average()
            .orElse(Double.NaN);
    return accuracy >= accuracyBefore - ROUNDING
        ? new SwapRecord(round, by, changes, accuracyBefore, accuracyAfter, evaluation.round())
        : this;
  }

  /** Returns whether it has given a device another model. */
  public boolean hasReplaced(String device) {
    return changes.stream()
        .anyMatch(
            change -> change.kind().equals(ARCHITECTURE) && change.devices().contains(device));
  }
}
