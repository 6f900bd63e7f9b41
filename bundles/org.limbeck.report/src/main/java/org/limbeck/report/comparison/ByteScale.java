package org.limbeck.report.comparison;

import java.util.List;

/**
 * The unit in which an amount of bytes is told.
 *
 * @param size how many bytes it is
 * @param unit its name
 */
record ByteScale(double size, String unit) {
  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
  private static final double THOUSAND = 1000;

  /** Returns the unit that suits an amount of bytes. */
  static ByteScale of(double amount) {
    int unit = 0;
    double size = 1;
    while (unit < UNITS.size() - 1 && amount >= 999.5 * size) {
      unit++;
      size *= THOUSAND;
    }
    return new ByteScale(size, UNITS.get(unit));
  }

  /** Returns how many decimals show three digits of an amount. */
  int decimals(double amount) {
    double value = amount / size;
    return size == 1 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  }
}
