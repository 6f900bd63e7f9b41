package org.limbeck.api.preprocessing;

/**
 * Numbers as tables hold them: an optional sign, digits with or without a point, and an optional
 * exponent. What Java takes for numbers besides, such as {@code 1d}, {@code 0x1p0} and {@code NaN},
 * is none.
 */
public final class DecimalNumber {

  private DecimalNumber() {}

  /** Returns the number that a text is; {@code NaN} if it is none, or greater than all doubles. */
  public static double parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        return Double.NaN;
      }
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isInfinite(number) ? Double.NaN : number;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
