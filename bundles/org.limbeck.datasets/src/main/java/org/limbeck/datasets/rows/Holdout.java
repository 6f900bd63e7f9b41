package org.limbeck.datasets.rows;

import java.nio.file.Path;
import java.util.List;

/**
 * Rows to train on and to test on.
 *
 * @param classNames the names of the classes, in the order of their numbers
 * @param training the rows to train on
 * @param test the rows to test on
 * @param notices what people should know about how they were read
 */
public record Holdout(List<String> classNames, Table training, Table test, List<String> notices)
    implements LabelledSource {

  /** Copies the lists. */
  public Holdout {
    classNames = List.copyOf(classNames);
    notices = List.copyOf(notices);
  }

  /**
   * Parts rows that nobody has parted.
   *
   * @param source the file or folder that they are from
   * @throws IllegalArgumentException if there are fewer than 12
   */
  public static Holdout of(Path source, List<String> classNames, Table rows) {
    HoldoutRows parts = HoldoutRows.of(source, rows.rows());
    return new Holdout(classNames, rows.pick(parts.training()), rows.pick(parts.test()), List.of());
  }

  /** Returns the same with other notices. */
  public Holdout withNotices(List<String> others) {
    return new Holdout(classNames, training, test, others);
  }

  @Override
  public int classes() {
    return classNames.size();
  }
}
