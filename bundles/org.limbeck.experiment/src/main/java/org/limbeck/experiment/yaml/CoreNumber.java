package org.limbeck.experiment.yaml;

import java.util.Locale;

/** The numbers of the core schema of YAML 1.2 (section 10.3.2). */
final class CoreNumber {
  private static final int OCTAL = 8;
  private static final int HEXADECIMAL = 16;

  private CoreNumber() {}

  /**
   * Reads such as {@code 12}, {@code +012}, {@code 0o14} or {@code 0xC}.
   *
   * @throws NumberFormatException if it needs more than 64 bits
   */
  static long integer(String text) {
    if (text.startsWith("0o")) {
      return Long.parseLong(text.substring(2), OCTAL);
    }
    return text.startsWith("0x")
        ? Long.parseLong(text.substring(2), HEXADECIMAL)
        : Long.parseLong(text);
  }

  /** Reads such as {@code .5}, {@code +1e3}, {@code -.inf} or {@code .nan}. */
  static double real(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      case ".nan" -> Double.NaN;
      default -> Double.parseDouble(text);
    };
  }
}
