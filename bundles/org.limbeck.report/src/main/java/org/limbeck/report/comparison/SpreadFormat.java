package org.limbeck.report.comparison;

import java.util.Locale;
import java.util.function.DoubleFunction;
import org.limbeck.report.format.ReadableNumbers;

/**
 * Spreads for people to read, such as {@code 80.5 ± 0.3 %}; without a deviation if there is none.
 */
public final class SpreadFormat {
  static final String SPACE = "\u00a0";

  private SpreadFormat() {}

  /** Returns a share of 1 in per cent, to a tenth. */
  public static String percent(Spread share) {
    return text(share, value -> fixed(100 * value, 1), "%");
  }

  /** Returns bytes to three digits, in a unit that suits the mean. */
  public static String bytes(Spread amount) {
    ByteScale scale = ByteScale.of(amount.mean());
    int decimals = scale.decimals(amount.mean());
    return text(
        amount.deviation() == 0 ? new Spread(amount.mean(), Double.NaN, 1) : amount,
        value -> fixed(value / scale.size(), decimals),
        scale.unit());
  }

  /** Returns a whole number. */
  public static String count(Spread number) {
    return number.reach() == 0
        ? ReadableNumbers.count(Math.round(number.mean()))
        : text(number, value -> ReadableNumbers.count(Math.round(value)), "");
  }

  /** Returns seconds. */
  public static String seconds(Spread time) {
    return text(time, value -> fixed(value, value >= 99.5 ? 0 : 1), "s");
  }

  /** Returns a figure to three digits. */
  public static String figure(Spread figure) {
    return text(figure, ReadableNumbers::figure, "");
  }

  /** Returns an exponent, to a hundredth. */
  public static String rate(Spread exponent) {
    return text(exponent, value -> fixed(value, 2).replace('-', '−'), "");
  }

  private static String text(Spread spread, DoubleFunction<String> format, String unit) {
    if (Double.isNaN(spread.mean())) {
      return ReadableNumbers.MISSING;
    }
    String deviation =
        Double.isNaN(spread.deviation())
            ? ""
            : SPACE + "±" + SPACE + format.apply(spread.deviation());
    return format.apply(spread.mean()) + deviation + (unit.isEmpty() ? "" : SPACE + unit);
  }

  static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
