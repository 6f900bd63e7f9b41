package org.limbeck.codecs;

/**
 * The option that replaces a codec's own γ.
 *
 * @param option from 0 to 1; 0 leaves the codec's own
 */
record GammaOption(float option) {
  /** What the option {@code gamma} says of itself where the codec's own is 1. */
  static final String DESCRIPTION = "The mixing step, above 0 to 1; 0: the codec's own, 1";

  GammaOption {
    if (!(option >= 0 && option <= 1)) {
      throw new IllegalArgumentException("gamma is from 0 to 1, not " + option);
    }
  }

  float or(float own) {
    return option > 0 ? option : own;
  }
}
