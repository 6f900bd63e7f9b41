package org.limbeck.algorithms;

import java.util.BitSet;
import org.limbeck.api.algorithm.Device;

/**
 * The rule of Selective-FD: a device speaks of the rows that are like its private ones, and the
 * mean of those who speak is a target unless it is ambiguous. It is if its L1 distance from the
 * decision for its likeliest class, 2 (1 − max_k z_k), is above τ. Which rows a device speaks of is
 * found out at its first exchange, and again after it was restored, with the same result.
 */
final class KnowledgeSelection implements ConsensusRule {
  private final Device device;
  private final DensityFilter filter;
  private final float ambiguity;
  private BitSet passed;

  /**
   * Makes the rule of a device.
   *
   * @param ambiguity τ, 0 to 2
   */
  KnowledgeSelection(Device device, DensityFilter filter, float ambiguity) {
    this.device = device;
    this.filter = filter;
    this.ambiguity = ambiguity;
  }

  @Override
  public boolean answers(int row) {
    if (passed == null) {
      passed = filter.select(device);
    }
    return passed.get(row);
  }

  @Override
  public boolean aggregate(float[] values, int offset) {
    float largest = 0;
    for (int k = 0; k < device.classes(); k++) {
      largest = Math.max(largest, values[offset + k]);
    }
    return 2 * (1 - largest) <= ambiguity;
  }
}
