package org.limbeck.report.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them. What is missing is a dash. */
public final class ReadableNumbers {
  public static final String MISSING = "–";
  private static final String SPACE = "\u00a0";
  private static final List<String> BYTES = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private ReadableNumbers() {}

  /** Returns a share of 1 in per cent, such as {@code 94.1 %}. */
  public static String percent(Double share) {
    return share == null ? MISSING : format("%.1f", 100 * share) + SPACE + "%";
  }

  /** Returns a difference of shares in percentage points, such as {@code +39.9}. */
  public static String points(Double difference) {
    return difference == null ? MISSING : format("%+.1f", 100 * difference).replace('-', '−');
  }

  /** Returns an amount to three digits, with a decimal unit. */
  public static String bytes(long amount) {
    double value = amount;
    int unit = 0;
    while (value >= 999.5 && unit < BYTES.size() - 1) {
      value /= 1000;
      unit++;
    }
    return (unit == 0 ? count(amount) : threeDigits(value)) + SPACE + BYTES.get(unit);
  }

  /** Returns a whole number with its thousands set apart. */
  public static String count(long number) {
    return format("%,d", number);
  }

  /** Returns a figure to three digits. */
  public static String figure(Double value) {
    if (value == null) {
      return MISSING;
    }
    double size = Math.abs(value);
    return size == 0 || (size >= 1e-4 && size < 1e6)
        ? threeDigits(value)
        : format("%.2e", value).replaceFirst("e([+-])0?", "e$1").replace("e+", "e");
  }

  /** Returns a time such as {@code 1 min 4 s}. */
  public static String seconds(double seconds) {
    if (seconds < 60) {
      return format("%.1f", seconds) + SPACE + "s";
    }
    long whole = Math.round(seconds);
    String rest = whole % 60 + SPACE + "s";
    return whole < 3600
        ? whole / 60 + SPACE + "min " + rest
        : whole / 3600 + SPACE + "h " + whole % 3600 / 60 + SPACE + "min " + rest;
  }

  /** Returns a time such as {@code 34 ms}, or as {@link #seconds} does. */
  public static String duration(double seconds) {
    return seconds < 1 ? format("%.0f", 1000 * seconds) + SPACE + "ms" : seconds(seconds);
  }

  private static String threeDigits(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
    int decimals = THREE_DIGITS.getPrecision() - rounded.precision() + rounded.scale();
    return rounded.setScale(Math.max(0, decimals)).toPlainString();
  }

  private static String format(String pattern, Object value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
