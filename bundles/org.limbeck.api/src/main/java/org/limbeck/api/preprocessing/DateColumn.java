package org.limbeck.api.preprocessing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
    implements ScaledColumn {
  private static final int DATE = "2026-01-31".length();
  private static final double NANOS = 1e9;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public DateColumn {
    FiniteScale.require(name, shift, divisor, missing);
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

  @Override
  public double value(String text) {
    double value = seconds(text);
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(
          "'" + text + "' is no date such as 2026-01-31 or 2026-01-31T12:00:00");
    }
    return value;
  }
}
