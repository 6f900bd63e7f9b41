package org.limbeck.api.weighting;

import org.limbeck.api.Block;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The weights of one device. Used by one thread at a time. It keeps nothing between rounds that
 * cannot be had again from the private rows and from what the network says: nothing of it is saved.
 */
@ConsumerType
public interface DecisionWeights {

  /**
   * Writes the profile of this device: K numbers of its own, whose mean over all devices is tracked
   * like a reference row, and can be read from {@link NetworkMean#readProfile}. Codecs and triggers
   * treat it as a row of soft decisions: numbers around 1 come over well, and those beyond ±64 are
   * refused. Always the same numbers. Called only if the weighting {@linkplain
   * Weighting#tellsProfile tells a profile}.
   *
   * @param into receives K numbers
   */
  default void profile(float[] into) {
    throw new UnsupportedOperationException("a weighting that tells a profile has to write it");
  }

  /**
   * Multiplies soft decisions by weights of 0 or more. The mean weight over all devices should be
   * near 1 on every row, as triggers compare values with thresholds. Nothing is known of the
   * network before the first exchange.
   *
   * @param decisions rows of K soft decisions, by reference row; the values are replaced
   * @param network what the network says at present
   */
  void weigh(Block decisions, NetworkMean network);

  /**
   * Turns the estimate of the mean of weighted decisions into a target: K values of 0 or more that
   * sum to 1. The least value is what keeps small sums, on rows that nobody knows, from amplifying
   * what codecs lose.
   *
   * @param mean K values at {@code offset}, which are replaced; they need not be in any range
   */
  default void normalise(float[] mean, int offset, int classes) {
    float least = 1e-3f;
    float sum = 0;
    for (int k = offset; k < offset + classes; k++) {
      mean[k] = Math.max(mean[k], least);
      sum += mean[k];
    }
    for (int k = offset; k < offset + classes; k++) {
      mean[k] /= sum;
    }
  }
}
