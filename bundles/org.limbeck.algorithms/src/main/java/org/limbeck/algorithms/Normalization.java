package org.limbeck.algorithms;

import java.util.function.DoubleBinaryOperator;

/** Makes a point of the simplex of K values, by what each of them weighs. */
final class Normalization {

  private Normalization() {}

  /**
   * Replaces each value by its weight, divided by the sum of all weights.
   *
   * @param values has K values at {@code offset}, and receives as many
   * @param weight makes a weight of 0 or more of a value and of the largest of all
   */
  static void apply(float[] values, int offset, int classes, DoubleBinaryOperator weight) {
    float largest = values[offset];
    for (int k = 1; k < classes; k++) {
      largest = Math.max(largest, values[offset + k]);
    }
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += weight.applyAsDouble(values[offset + k], largest);
    }
    for (int k = 0; k < classes; k++) {
      values[offset + k] = (float) (weight.applyAsDouble(values[offset + k], largest) / sum);
    }
  }
}
