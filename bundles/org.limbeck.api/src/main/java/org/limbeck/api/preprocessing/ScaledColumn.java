package org.limbeck.api.preprocessing;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A column of which each cell is a number x that becomes (x − shift) / divisor, computed in double
 * precision and rounded once.
 */
public sealed interface ScaledColumn extends ColumnEncoder permits NumberColumn, DateColumn {

  /** Returns the name; empty if columns have none. */
  String name();

  /** Returns what is taken away, a finite number. */
  double shift();

  /** Returns what is divided by, a finite number, not 0. */
  double divisor();

  /** Returns what stands for a value that is missing; empty if none may be. */
  OptionalDouble missing();

  /**
   * Returns the number that a cell holds.
   *
   * @throws IllegalArgumentException if it holds none; the message says what is allowed
   */
  double value(String text);

  /** Returns the feature of a number; {@code NaN} is a value that is missing. */
  default float scaled(double value) {
    double known = Double.isNaN(value) ? missing().orElseThrow() : value;
    return (float) ((known - shift()) / divisor());
  }

  @Override
  default List<String> names() {
    return name().isEmpty() ? List.of() : List.of(name());
  }

  @Override
  default int cells() {
    return 1;
  }

  @Override
  default int features() {
    return 1;
  }

  @Override
  default void encode(String text, int cell, float[] into, int offset) {
    boolean filled = MissingValue.is(text) && missing().isPresent();
    into[offset] = scaled(filled ? missing().getAsDouble() : value(text));
  }
}
