package org.limbeck.api.preprocessing;

import java.util.OptionalDouble;

/** The check of the numbers by which columns are scaled. */
final class FiniteScale {

  private FiniteScale() {}

  static void require(String name, double shift, double divisor, OptionalDouble missing) {
    if (!Double.isFinite(shift)
        || !Double.isFinite(divisor)
        || divisor == 0
        || !Double.isFinite(missing.orElse(0))) {
      throw new IllegalArgumentException(
          "column '"
              + name
              + "': shift "
              + shift
              + ", divisor "
              + divisor
              + " and missing "
              + missing
              + " must be finite, and the divisor not 0");
    }
  }
}
