package org.limbeck.weightings;

import java.util.Arrays;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.weighting.NetworkMean;

/**
 * How much more often a device has each class than the devices of its network have on the average:
 * α_k = (p_k + τ/K) / (p̄_k + τ/K), with p the shares of the classes among its private rows and p̄
 * their mean over all devices, which is tracked. Over all devices, the mean of α_k is 1. Until a
 * mean has come, α is 1. Used by one thread at a time.
 */
final class LabelRatios {
  /** Brings shares to where thresholds of triggers and steps of codecs are small beside them. */
  private static final float SCALE = 32;

  private final float[] own;
  private final float[] mean;
  private final float[] ratios;
  private final float smoothing;
  private final float most;

  /**
   * Counts the labels of a device; one without rows has all classes alike.
   *
   * @param smoothing τ, 0 or more: how far shares are drawn towards 1/K
   * @param most the most that a ratio can be
   */
  LabelRatios(LabelledRows rows, int classes, float smoothing, float most) {
    this.own = new float[classes];
    this.mean = new float[classes];
    this.ratios = new float[classes];
    this.smoothing = smoothing;
    this.most = most;
    for (int row = 0; row < rows.rows(); row++) {
      own[rows.label(row)] += SCALE / rows.rows();
    }
    if (rows.rows() == 0) {
      Arrays.fill(own, SCALE / classes);
    }
  }

  /** Writes the shares of the classes, scaled. */
  void profile(float[] into) {
    System.arraycopy(own, 0, into, 0, own.length);
  }

  /** Returns α as of what the network says: not a copy. */
  float[] update(NetworkMean network) {
    if (network.readProfile(mean)) {
      float added = smoothing * SCALE / own.length;
      for (int k = 0; k < own.length; k++) {
        float expected = Math.max(mean[k], 0) + added;
        ratios[k] = expected > 0 ? Math.min(most, (own[k] + added) / expected) : 1;
      }
    } else {
      Arrays.fill(ratios, 1);
    }
    return ratios;
  }
}
