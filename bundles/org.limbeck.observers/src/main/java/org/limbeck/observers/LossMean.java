package org.limbeck.observers;

/**
 * A mean of losses that come one by one. Immutable.
 *
 * @param sum the sum of the losses
 * @param count how many there were
 */
record LossMean(double sum, long count) {
  /** The mean of nothing. */
  static final LossMean NONE = new LossMean(0, 0);

  /** Returns the mean with one more loss; NaN stands for no loss. */
  LossMean plus(double loss) {
    return Double.isNaN(loss) ? this : new LossMean(sum + loss, count + 1);
  }

  /** Returns the mean of the losses; NaN if there were none. */
  double value() {
    return sum / count;
  }
}
