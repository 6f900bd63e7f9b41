package org.limbeck.api.preprocessing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A column of dates as ISO 8601 writes them, such as {@code 2026-01-31}, {@code 2026-01-31T12:00}
 * and {@code 2026-01-31 12:00:30+01:00}. A date is the number of seconds since 1970, in UTC where
 * it says no offset, and x becomes (x − shift) / divisor.
 *
 * @param name the name; empty if columns have none
 * @param shift a finite number of seconds
 * @param divisor a finite number of seconds, not 0
 * @param missing the seconds that stand for a date that is missing; empty if none may be
 */
public record DateColumn(String name, double shift, double divisor, OptionalDouble missing)
    implements ColumnEncoder {
  private static final int DATE = "2026-01-31".length();
  private static final double NANOS = 1e9;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public DateColumn {
    ColumnScale.require(name, shift, divisor, missing);
  }

  /** Returns the seconds since 1970 that a text says; {@code NaN} if it is no date. */
  public static double seconds(String text) {
    try {
      if (text.length() <= DATE) {
        return LocalDate.parse(text).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC);
      }
      String iso = text.charAt(DATE) == ' ' ? text.replaceFirst(" ", "T") : text;
      boolean offset = iso.endsWith("Z") || iso.lastIndexOf('+') > 0 || iso.lastIndexOf('-') > DATE;
      OffsetDateTime time =
          offset ? OffsetDateTime.parse(iso) : LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC);
      return time.toEpochSecond() + time.getNano() / NANOS;
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  /** Returns the feature of seconds since 1970; {@code NaN} is a value that is missing. */
  public float scaled(double seconds) {
    return ColumnScale.apply(
        Double.isNaN(seconds) ? missing.orElseThrow() : seconds, shift, divisor);
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
    double seconds =
        MissingValue.is(text) && missing.isPresent() ? missing.getAsDouble() : seconds(text);
    if (Double.isNaN(seconds)) {
      throw new IllegalArgumentException(
          "'" + text + "' is no date such as 2026-01-31 or 2026-01-31T12:00:00");
    }
    into[offset] = ColumnScale.apply(seconds, shift, divisor);
  }
}
