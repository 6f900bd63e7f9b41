package org.limbeck.partitions;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * How many rows a device gets where shares are drawn from a Dirichlet distribution.
 *
 * @param minRows the fewest
 * @param maxRows the most
 */
record Limits(int minRows, int maxRows) {
  private static final int DRAWS = 10_000;

  Limits {
    if (minRows > maxRows) {
      throw new IllegalArgumentException(
          "minRows is " + minRows + ", more than maxRows, which is " + maxRows);
    }
  }

  /** Refuses fewer rows than the devices need. */
  void requireEnough(int rows, int devices) {
    Rows.requireOneEach(rows, devices);
    if ((long) minRows * devices > rows) {
      throw new IllegalArgumentException(
          String.format(
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
                            "in %d draws there was always a device with fewer than %d rows: use"
                                + " fewer than %d devices, a larger alpha than %s, or a smaller"
                                + " minRows",
                            DRAWS, minRows, devices, alpha)));
    return Rows.capped(split, maxRows, random);
  }
}
