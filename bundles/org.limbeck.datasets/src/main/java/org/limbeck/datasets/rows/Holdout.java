package org.limbeck.datasets.rows;

/**
 * Rows to train on and to test on.
 *
 * @param classes the number of classes
 * @param training the rows to train on
 * @param test the rows to test on
 */
public record Holdout(int classes, Table training, Table test) implements LabelledSource {

  /**
   * Parts rows that nobody has parted.
   *
   * @throws IllegalArgumentException if there are fewer than 10
   */
  public static Holdout of(int classes, Table rows) {
    HoldoutRows parts = HoldoutRows.of(rows.rows());
    return new Holdout(classes, rows.pick(parts.training()), rows.pick(parts.test()));
  }
}
