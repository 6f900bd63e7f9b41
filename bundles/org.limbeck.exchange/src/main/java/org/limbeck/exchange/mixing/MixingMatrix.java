package org.limbeck.exchange.mixing;

/**
 * The weights with which neighbours mix: symmetric, each above 0, those of a device less than 1
 * together. With what is left on the diagonal they make W, which is doubly stochastic. Immutable.
 */
@FunctionalInterface
public interface MixingMatrix {

  /** Returns w_nm of two devices n and m, which are neighbours, by their places in the graph. */
  double weight(int n, int m);
}
