package org.limbeck.architectures.external;

/**
 * What the models of a program can do beyond predicting and learning.
 *
 * @param weights whether they hand out and take their parameters
 * @param gradients whether they state the gradient of their objective
 * @param privateSteps whether they learn with differential privacy
 */
record Abilities(boolean weights, boolean gradients, boolean privateSteps) {
  private static final int WEIGHTS = 1;
  private static final int GRADIENTS = 2;
  private static final int PRIVATE_STEPS = 4;

  /** Returns what bits say, or throws if one of them has no meaning. */
  static Abilities of(int bits) {
    if ((bits & ~(WEIGHTS | GRADIENTS | PRIVATE_STEPS)) != 0) {
      throw new ProgramException(
          "claims the abilities 0x"
              + Integer.toHexString(bits)
              + "; there are 1 weights, 2 gradients and 4 private steps");
    }
    return new Abilities(
        (bits & WEIGHTS) != 0, (bits & GRADIENTS) != 0, (bits & PRIVATE_STEPS) != 0);
  }
}
