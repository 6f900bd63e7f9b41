package org.limbeck.aggregation;

import org.limbeck.api.Block;

/** The rows of which two devices have both said something. */
final class SharedRows {

  private SharedRows() {}

  /**
   * Returns the mean squared L2 distance of two devices' soft decisions over these rows, each
   * divided by its sum; infinite if there are none. What a codec has moved below 0 counts as 0, and
   * a row without a value above 0 as one of which nothing was said.
   *
   * @param one rows of K values
   * @param other the same rows in the same order
   */
  static double distance(Block one, Block other) {
    double sum = 0;
    int shared = 0;
    for (int row = 0; row < one.rows(); row++) {
      double ofOne = weight(one, row);
      double ofOther = weight(other, row);
      if (ofOne > 0 && ofOther > 0) {
        shared++;
        for (int i = row * one.width(); i < (row + 1) * one.width(); i++) {
          double difference =
              Math.max(0, one.values()[i]) / ofOne - Math.max(0, other.values()[i]) / ofOther;
          sum = Math.fma(difference, difference, sum);
        }
      }
    }
    return shared == 0 ? Double.POSITIVE_INFINITY : sum / shared;
  }

  private static double weight(Block block, int row) {
    double weight = 0;
    for (int i = row * block.width(); i < (row + 1) * block.width(); i++) {
      weight += Math.max(0, block.values()[i]);
    }
    return weight;
  }
}
