package org.limbeck.api.preprocessing;

import java.util.OptionalDouble;

/**
 * A column of numbers: x becomes (x − shift) / divisor, computed in double precision and rounded
 * once.
 *
 * @param name the name; empty if columns have none
 * @param shift a finite number
 * @param divisor a finite number, not 0
 * @param missing what stands for a value that is missing; empty if none may be
 */
public record NumberColumn(String name, double shift, double divisor, OptionalDouble missing)
    implements ScaledColumn {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public NumberColumn {
    FiniteScale.require(name, shift, divisor, missing);
  }

  @Override
  public double value(String text) {
    double value = DecimalNumber.parse(text);
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("'" + text + "' is no number");
    }
    return value;
  }
}
