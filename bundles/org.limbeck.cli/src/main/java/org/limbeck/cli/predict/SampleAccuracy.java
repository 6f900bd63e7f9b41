package org.limbeck.cli.predict;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many samples are classified right, as {@code limbeck predict --json --accuracy} writes it.
 *
 * @param accuracy their share, 0 to 1
 * @param right how many
 * @param labelled of how many whose true class is known
 * @param predictions what the device says about all samples
 */
@JsonPropertyOrder({"accuracy", "right", "labelled", "predictions"})
record SampleAccuracy(double accuracy, int right, int labelled, List<Prediction> predictions) {

  /** Compares predictions with the true classes; empty if none is known. */
  static Optional<SampleAccuracy> of(List<Prediction> predictions) {
    List<Prediction> known =
        predictions.stream().filter(prediction -> prediction.trueClass() != null).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    int right =
        (int)
            known.stream()
                .filter(prediction -> prediction.className().equals(prediction.trueClass()))
                .count();
    return Optional.of(
        new SampleAccuracy((double) right / known.size(), right, known.size(), predictions));
  }

  /** Returns the sentence for people. */
  String text() {
    return String.format(
        Locale.ROOT,
        "accuracy %.3f: %d of %d samples are classified right",
        accuracy,
        right,
        labelled);
  }
}
