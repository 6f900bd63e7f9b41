package org.limbeck.datasets.rows;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Which rows are to train on and which to test on, where nobody has parted them: a fifth is to
 * test, chosen once.
 *
 * @param training the numbers of the rows to train on
 * @param test the numbers of the rows to test on
 */
public record HoldoutRows(int[] training, int[] test) {
  /** Without a fifth of them, 10 are left to divide. */
  private static final int FEWEST = 12;

  /**
   * Parts rows.
   *
   * @param source the file or folder that they are from
   * @param rows how many there are
   * @throws IllegalArgumentException if there are fewer than 12
   */
  public static HoldoutRows of(Path source, int rows) {
    if (rows < FEWEST) {
      throw new IllegalArgumentException(
          source
              + ": there are "
              + rows
              + " rows, and at least "
              + FEWEST
              + " must be there where none are set apart to test on");
    }
    int[] test = new DataSplit(rows, row -> 0).reference(rows / 5);
    BitSet tested = new BitSet();
    IntStream.of(test).forEach(tested::set);
    int[] training = IntStream.range(0, rows).filter(row -> !tested.get(row)).toArray();
    return new HoldoutRows(training, test);
  }
}
