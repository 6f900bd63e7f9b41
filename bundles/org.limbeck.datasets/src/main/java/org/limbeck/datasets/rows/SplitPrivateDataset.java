package org.limbeck.datasets.rows;

import java.util.List;
import java.util.Optional;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.privatedata.PrivateDataset;

/** The private part of a source, judged by its test rows or by the validation part. */
public abstract class SplitPrivateDataset implements PrivateDataset {

  /** The description of the option {@code judge}. */
  protected static final String JUDGE =
      "What devices are judged by: the test rows, or those for validation";

  /** What {@code judge} says for the test rows. */
  protected static final String TEST = "test";

  /** What {@code judge} says for the validation part. */
  protected static final String VALIDATION = "validation";

  private final String comment;
  private final List<String> classNames;
  private final List<String> notices;
  private final Table training;
  private final Table test;

  /**
   * Reads a source.
   *
   * @param judge {@link #TEST} or {@link #VALIDATION}
   * @throws IllegalArgumentException if its rows are missing or malformed
   */
  protected SplitPrivateDataset(LabelledSource source, String judge) {
    this(source, judge, "");
  }

  /**
   * Reads a source.
   *
   * @param judge {@link #TEST} or {@link #VALIDATION}
   * @param comment the character that begins a line which is no row; empty: none does
   * @throws IllegalArgumentException if its rows are missing or malformed
   */
  protected SplitPrivateDataset(LabelledSource source, String judge, String comment) {
    this.comment = comment;
    Table rows = source.training();
    DataSplit split = new DataSplit(rows);
    this.classNames = List.copyOf(source.classNames());
    this.notices = source.notices();
    this.training = rows.pick(split.privateRows());
    this.test = judge.equals(VALIDATION) ? rows.pick(split.validation()) : source.test();
    if (!test.shape().equals(training.shape())) {
      throw new IllegalArgumentException(
          "training rows are " + training.shape() + ", test rows " + test.shape());
    }
  }

  @Override
  public final Shape shape() {
    return training.shape();
  }

  @Override
  public final int classes() {
    return classNames.size();
  }

  @Override
  public final LabelledRows training() {
    return training;
  }

  @Override
  public final LabelledRows test() {
    return test;
  }

  @Override
  public final Optional<Preprocessing> preprocessing() {
    return Optional.of(
        new Preprocessing(training.shape(), training.columns(), classNames, comment));
  }

  @Override
  public final List<String> notices() {
    return notices;
  }
}
