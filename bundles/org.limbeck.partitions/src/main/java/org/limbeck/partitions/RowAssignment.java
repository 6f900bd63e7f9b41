package org.limbeck.partitions;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;

/** Shuffles, cuts and caps the rows that partitions assign to devices. */
final class RowAssignment {

  private RowAssignment() {}

  /** Returns the numbers from 0 to {@code count} − 1 in random order. */
  static int[] shuffled(int count, RandomGenerator random) {
    int[] rows = IntStream.range(0, count).toArray();
    PermutationSampler.shuffle(random::nextLong, rows);
    return rows;
  }

  /** Returns where the part of each device begins if rows are cut in proportion, and their end. */
  static int[] cuts(double[] proportions, int rows) {
    int[] cuts = new int[proportions.length + 1];
    double end = 0;
    for (int d = 0; d < proportions.length; d++) {
      end += proportions[d];
      int to = d == proportions.length - 1 ? rows : (int) Math.round(end * rows);
      cuts[d + 1] = Math.max(cuts[d], to);
    }
    return cuts;
  }

  /** Leaves each device at most so many of its rows, chosen at random. */
  static int[][] capped(int[][] split, int maxRows, RandomGenerator random) {
    return Arrays.stream(split).map(rows -> capped(rows, maxRows, random)).toArray(int[][]::new);
  }

  private static int[] capped(int[] rows, int maxRows, RandomGenerator random) {
    if (rows.length <= maxRows) {
      return rows;
    }
    // Rows may stand class by class: a cap must choose among all of them.
    PermutationSampler.shuffle(random::nextLong, rows);
    return Arrays.copyOf(rows, maxRows);
  }

  static void requireOneEach(int rows, int devices) {
    if (devices > rows) {
      throw new IllegalArgumentException(
          "there are "
              + rows
              + " private rows for "
              + devices
              + " devices, and every device needs one: use "
              + rows
              + " devices or fewer");
    }
  }
}
