package org.limbeck.datasets.rows;

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

  /**
   * Parts rows.
   *
   * @param rows how many there are
   * @throws IllegalArgumentException if there are fewer than 10
   */
  public static HoldoutRows of(int rows) {
    int[] test = new DataSplit(rows, row -> 0).reference(rows / 5);
    BitSet tested = new BitSet();
    IntStream.of(test).forEach(tested::set);
    int[] training = IntStream.range(0, rows).filter(row -> !tested.get(row)).toArray();
    return new HoldoutRows(training, test);
  }
}
