package org.limbeck.cli.terminal;

import java.util.List;
import java.util.Locale;

/** Amounts of bytes for people to read, in powers of 1000. */
public final class ByteCount {
  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB", "EB");

  private ByteCount() {}

  /** Returns such as {@code 999 B} or {@code 15.4 MB}. */
  public static String readable(long bytes) {
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
