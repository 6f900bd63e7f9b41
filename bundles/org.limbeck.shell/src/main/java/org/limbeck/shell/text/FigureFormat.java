package org.limbeck.shell.text;

import java.util.List;
import java.util.Locale;

/** Figures for people to read, the same in every locale. */
final class FigureFormat {
  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB", "EB");

  private FigureFormat() {}

  /** Returns a share such as {@code 93.7 %}, or a hyphen for NaN. */
  static String share(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** Returns a loss such as {@code 0.123}, or a hyphen for NaN. */
  static String loss(double loss) {
    return Double.isNaN(loss) ? "-" : String.format(Locale.ROOT, "%.3f", loss);
  }

  /** Returns a count such as {@code 12,345}. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Returns a duration such as {@code 45 ms}, {@code 3.2 s} or {@code 12 min}. */
  static String duration(double seconds) {
    if (seconds < 1) {
      return Math.round(1000 * seconds) + " ms";
    }
    return seconds < 120
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : Math.round(seconds / 60) + " min";
  }

  /** Returns an amount such as {@code 999 B} or {@code 15.4 MB}, in powers of 1000. */
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes / 1000.0;
    int unit = 0;
    while (value >= 999.95) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS.get(unit));
  }
}
