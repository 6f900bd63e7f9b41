package org.limbeck.codecs;

/**
 * The option that replaces a codec's own γ.
 *
 * @param option from 0 to 1; 0 leaves the codec's own
 */
record MixingStep(float option) {

  MixingStep {
    if (!(option >= 0 && option <= 1)) {
      throw new IllegalArgumentException("gamma is from 0 to 1, not " + option);
    }
  }

  float or(float own) {
    return option > 0 ? option : own;
  }
}
