package org.limbeck.report;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.limbeck.api.event.TestClassification;

/**
 * The F1 scores of the classes: the harmonic means of precision and recall, 2 TP / (2 TP + FP + FN)
 * (van Rijsbergen, Information Retrieval, 1979, chapter 7; with this closed form in Sokolova and
 * Lapalme, A systematic analysis of performance measures for classification tasks, 2009).
 */
final class F1Scores {
  private F1Scores() {}

  /**
   * Returns the score of each class, 0 to 1. It is NaN for a class of which there is no test row
   * and for which none is taken: nothing was asked and nothing said of it.
   */
  static double[] of(TestClassification classification) {
    return IntStream.range(0, classification.classes())
        .mapToDouble(k -> score(classification, k))
        .toArray();
  }

  /** Returns the mean over the classes that have a score (macro F1); NaN if none has. */
  static double macro(TestClassification classification) {
    return mean(of(classification));
  }

  /** Returns the mean of the numbers that are not NaN; NaN if there are none. */
  static double mean(double... values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
  }

  private static double score(TestClassification classification, int k) {
    long actual = 0;
    long predicted = 0;
    for (int j = 0; j < classification.classes(); j++) {
      actual += classification.count(k, j);
      predicted += classification.count(j, k);
    }
    return 2.0 * classification.count(k, k) / (actual + predicted);
  }
}
