package org.limbeck.api.preprocessing;

import java.util.List;
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
    implements ColumnEncoder {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public NumberColumn {
    ColumnScale.require(name, shift, divisor, missing);
  }

  /** Returns the feature of a number; {@code NaN} is a value that is missing. */
  public float scaled(double number) {
    return ColumnScale.apply(Double.isNaN(number) ? missing.orElseThrow() : number, shift, divisor);
  }

  @Override
  public List<String> names() {
    return name.isEmpty() ? List.of() : List.of(name);
  }

  @Override
  public int cells() {
    return 1;
  }

  @Override
  public int features() {
    return 1;
  }

  @Override
  public void encode(String text, int cell, float[] into, int offset) {
    double number =
        MissingValue.is(text) && missing.isPresent()
            ? missing.getAsDouble()
            : DecimalNumber.parse(text);
    if (Double.isNaN(number)) {
      throw new IllegalArgumentException("'" + text + "' is no number");
    }
    into[offset] = ColumnScale.apply(number, shift, divisor);
  }
}
