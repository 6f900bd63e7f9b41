package org.limbeck.partitions;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * How many rows a device gets where shares are drawn from a Dirichlet distribution.
 *
 * @param minRows the fewest
 * @param maxRows the most
 */
record RowLimits(int minRows, int maxRows) {
  /** The description of the option {@code minRows}. */
  static final String MIN_ROWS = "The fewest rows that a device gets, 1 or more";

  /** The description of the option {@code maxRows}. */
  static final String MAX_ROWS = "The most rows that a device gets, 1 or more";

  private static final int DRAWS = 10_000;

  RowLimits {
    if (minRows > maxRows) {
      throw new IllegalArgumentException(
          "minRows is " + minRows + ", more than maxRows, which is " + maxRows);
    }
  }

  /** Refuses fewer rows than the devices need. */
  void requireEnough(int rows, int devices) {
    RowAssignment.requireOneEach(rows, devices);
    if ((long) minRows * devices > rows) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d devices with %d rows or more each need %d private rows, and there are %d: use"
                  + " %sa smaller minRows",
              devices,
              minRows,
              (long) minRows * devices,
              rows,
              minRows > rows ? "" : rows / minRows + " devices or fewer, or "));
    }
  }

  /** Draws until every device has the fewest rows, and leaves it no more than the most. */
  int[][] redraw(int devices, double alpha, Supplier<int[][]> draw, RandomGenerator random) {
    int[][] split =
        Stream.generate(draw)
            .limit(DRAWS)
            .filter(drawn -> Arrays.stream(drawn).allMatch(rows -> rows.length >= minRows))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        String.format(
                            Locale.ROOT,
                            "in %d draws there was always a device with fewer than %d rows: use"
                                + " fewer than %d devices, a larger alpha than %s, or a smaller"
                                + " minRows",
                            DRAWS,
                            minRows,
                            devices,
                            alpha)));
    return RowAssignment.capped(split, maxRows, random);
  }
}
