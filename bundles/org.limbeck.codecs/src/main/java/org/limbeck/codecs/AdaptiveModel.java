package org.limbeck.codecs;

/**
 * Learns how often each symbol comes, bit by bit along a binary tree, from the symbols so far: the
 * estimator of R. Krichevsky, V. Trofimov, <i>The Performance of Universal Encoding</i>, 1981.
 */
final class AdaptiveModel {
  /** The scale of probabilities, as a power of 2. */
  static final int SCALE = 12;

  private static final int MOST = 255;

  private final int bits;
  private final short[] zeros;
  private final short[] ones;

  /** Makes a model of symbols of so many bits, at most 8, that has seen none. */
  AdaptiveModel(int bits) {
    this.bits = bits;
    this.zeros = new short[1 << bits];
    this.ones = new short[1 << bits];
  }

  int bits() {
    return bits;
  }

  /**
   * Returns the probability of a 0 after the bits that lead to a node of the tree; its root is 1.
   */
  int zeroAt(int node) {
    int doubled = 2 * zeros[node] + 1;
    int all = 2 * (zeros[node] + ones[node] + 1);
    return Math.max(1, Math.min((1 << SCALE) - 1, (doubled << SCALE) / all));
  }

  void learn(int node, int bit) {
    short[] counts = bit == 0 ? zeros : ones;
    counts[node]++;
    if (counts[node] > MOST) {
      zeros[node] = (short) (zeros[node] / 2);
      ones[node] = (short) (ones[node] / 2);
    }
  }
}
