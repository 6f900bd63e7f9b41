package org.limbeck.datasets.rows;

import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.api.referencedata.ReferenceDataset;

/** The part of a source that is for reference: its labels stay here. */
public abstract class SplitReferenceDataset implements ReferenceDataset {

  /** The description of the option {@code rows}. */
  protected static final String ROWS = "Rows, 1 or more";

  /** The description of the option {@code classes}. */
  protected static final String CLASSES =
      "The classes to take rows from, counted from 0; empty: all";

  /** The description of the option {@code height} of images. */
  protected static final String HEIGHT = "Pixels from top to bottom, up to 1024; 0: as they are";

  /** The description of the option {@code width} of images. */
  protected static final String WIDTH = "Pixels from left to right, up to 1024; 0: as they are";

  /** The largest height and width. */
  protected static final String MOST_PIXELS = "1024";

  /** The description of the option {@code greyscale} of images. */
  protected static final String GREYSCALE = "Whether colours become one value per pixel";

  private final Table rows;
  private final List<String> notices;

  /** Offers all rows of a table. */
  protected SplitReferenceDataset(Table rows) {
    this(rows, List.of());
  }

  /**
   * Offers all rows of a table.
   *
   * @param notices what people should know about how they were read
   */
  protected SplitReferenceDataset(Table rows, List<String> notices) {
    this.rows = rows;
    this.notices = List.copyOf(notices);
  }

  /**
   * Reads a source of images and offers some of them.
   *
   * @throws IllegalArgumentException if they are missing, malformed or too few
   */
  protected SplitReferenceDataset(ImageSource source, ReferenceImages choice) {
    this(choice.of(source.training()));
  }

  @Override
  public final Shape shape() {
    return rows.shape();
  }

  @Override
  public final int rows() {
    return rows.rows();
  }

  @Override
  public final List<String> featureNames() {
    return rows.columns().stream().flatMap(column -> column.featureNames().stream()).toList();
  }

  @Override
  public final List<String> notices() {
    return notices;
  }

  @Override
  public final void read(int row, float[] into, int offset) {
    rows.read(row, into, offset);
  }
}
