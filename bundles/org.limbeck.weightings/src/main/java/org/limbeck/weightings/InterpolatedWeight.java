package org.limbeck.weightings;

/**
 * The weight of a row by a quantity q whose mean over the devices is about 1: λ q + 1 − λ.
 *
 * @param strength λ, 0 to 1
 * @param most the most that a weight can be, 1 to 64
 */
record InterpolatedWeight(float strength, float most) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  InterpolatedWeight {
    if (!(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException("strength is 0 to 1, not " + strength);
    }
    if (!(most >= 1 && most <= 64)) {
      throw new IllegalArgumentException("most is 1 to 64, not " + most);
    }
  }

  /** Returns the weight by a quantity. */
  float of(float quantity) {
    return strength * quantity + 1 - strength;
  }

  /** Multiplies the soft decision of a row, which begins at a place, by a weight. */
  static void multiply(float[] values, int begin, int classes, float weight) {
    for (int k = begin; k < begin + classes; k++) {
      values[k] *= weight;
    }
  }
}
