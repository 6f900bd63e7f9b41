package org.limbeck.report.comparison;

import java.util.function.DoubleFunction;
import org.limbeck.report.format.ReadableNumbers;

/**
 * Differences for people to read, with their intervals: such as {@code +1.2 (0.4 to 2.0) points},
 * or {@code none: +0.1 (−0.5 to 0.7) points} where 0 lies in the interval. What is the same for all
 * pairs has no interval to tell.
 */
public final class DifferenceFormat {
  private DifferenceFormat() {}

  /** Returns a difference between shares of 1, in percentage points to a tenth. */
  public static String points(PairedDifference difference) {
    return text(difference, value -> fixed(100 * value, 1), "points");
  }

  /** Returns a difference between bytes. */
  public static String bytes(PairedDifference difference) {
    double most =
        difference.hasInterval()
            ? Math.max(Math.abs(difference.low()), Math.abs(difference.high()))
            : Math.abs(difference.mean());
    ByteScale scale = ByteScale.of(most);
    return text(
        difference, value -> fixed(value / scale.size(), scale.decimals(most)), scale.unit());
  }

  /** Returns a difference between times, in seconds to a tenth. */
  public static String seconds(PairedDifference difference) {
    return text(difference, value -> fixed(value, 1), "s");
  }

  private static String text(
      PairedDifference difference, DoubleFunction<String> format, String unit) {
    if (Double.isNaN(difference.mean())) {
      return ReadableNumbers.MISSING;
    }
    String mean = format.apply(difference.mean());
    String signed = difference.mean() > 0 ? "+" + mean : mean;
    if (!difference.hasInterval()) {
      return signed + SpreadFormat.SPACE + unit + " (one pair)";
    }
    if (difference.low() == difference.high()) {
      return (difference.isNone() ? "none" : signed + SpreadFormat.SPACE + unit);
    }
    return (difference.isNone() ? "none: " : "")
        + signed
        + " ("
        + format.apply(difference.low())
        + " to "
        + format.apply(difference.high())
        + ")"
        + SpreadFormat.SPACE
        + unit;
  }

  private static String fixed(double value, int decimals) {
    String text = SpreadFormat.fixed(value, decimals);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? text.replace("-", "") : text.replace('-', '−');
  }
}
