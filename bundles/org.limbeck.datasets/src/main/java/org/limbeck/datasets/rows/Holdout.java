package org.limbeck.datasets.rows;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Rows to train on and to test on, where nobody has parted them: a fifth is to test, chosen once.
 *
 * @param classes the number of classes
 * @param training the rows to train on
 * @param test the rows to test on
 */
public record Holdout(int classes, Table training, Table test) implements LabelledSource {

  /**
   * Parts rows.
   *
   * @throws IllegalArgumentException if there are fewer than 10
   */
  public static Holdout of(int classes, Table rows) {
    int[] test = new DataSplit(rows).reference(rows.rows() / 5);
    BitSet tested = new BitSet();
    IntStream.of(test).forEach(tested::set);
    int[] training = IntStream.range(0, rows.rows()).filter(row -> !tested.get(row)).toArray();
    return new Holdout(classes, rows.pick(training), rows.pick(test));
  }
}
