package org.limbeck.experiment.file;

import java.util.Optional;

/**
 * Whole numbers.
 *
 * @param min the least
 * @param max the largest
 * @param purpose what a key that must be there is for; empty if it may be absent
 */
record IntegerFormat(long min, long max, Optional<String> purpose) implements ValueFormat<Long> {
  /** Any number of 64 bits. */
  static final IntegerFormat ANY =
      new IntegerFormat(Long.MIN_VALUE, Long.MAX_VALUE, Optional.empty());

  /** A number of 64 bits from 1 on. */
  static final IntegerFormat POSITIVE = new IntegerFormat(1, Long.MAX_VALUE, Optional.empty());

  /** Returns the same format for a key that must be there. */
  IntegerFormat required(String what) {
    return new IntegerFormat(min, max, Optional.of(what));
  }

  @Override
  public Long read(ExperimentSource source, String key, Long byDefault) {
    return purpose.isPresent()
        ? source.root().requireInteger(key, min, max, purpose.get())
        : source.root().integer(key, min, max, byDefault);
  }

  @Override
  public String form() {
    return min == Long.MIN_VALUE ? "whole number" : "whole number, " + min + " or more";
  }

  @Override
  public String ifAbsent(Long byDefault) {
    return purpose.isPresent() ? REQUIRED : String.valueOf(byDefault);
  }
}
