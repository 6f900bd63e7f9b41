package org.limbeck.engine.weighting;

import org.limbeck.api.Block;

/**
 * What a device can claim. A weight is the sum of the absolute values of a row of weighted
 * decisions; rows with more than the most are scaled down to it. A row that is no reference row is
 * a profile and stays as it is.
 *
 * @param most the most weight, 1 to 64
 * @param rows the number of reference rows
 * @param ofNeighbours whether what neighbours publish are weighted decisions, not estimates of the
 *     mean, which leave any range for a while and whose flows must stay opposite
 */
public record WeightLimit(float most, int rows, boolean ofNeighbours) {

  /**
   * Checks the most.
   *
   * @throws IllegalArgumentException if it is out of its range
   */
  public WeightLimit {
    if (!(most >= 1 && most <= 64)) {
      throw new IllegalArgumentException("the most weight is 1 to 64, not " + most);
    }
  }

  /**
   * Scales down the rows that claim more.
   *
   * @throws IllegalStateException if a row is not finite
   */
  void apply(Block weighted) {
    int classes = weighted.width();
    for (int row = 0; row < weighted.rows(); row++) {
      if (weighted.ids()[row] < rows) {
        limit(weighted.values(), row * classes, (row + 1) * classes);
      }
    }
  }

  private void limit(float[] values, int begin, int end) {
    double claimed = 0;
    for (int i = begin; i < end; i++) {
      claimed += Math.abs(values[i]);
    }
    if (!Double.isFinite(claimed)) {
      throw new IllegalStateException("weighted decisions are not finite");
    }
    if (claimed > most) {
      float share = (float) (most / claimed);
      for (int i = begin; i < end; i++) {
        values[i] *= share;
      }
    }
  }
}
