package org.limbeck.datasets.rows;

import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.ColumnEncoder;
import org.limbeck.api.privatedata.LabelledRows;

/** Labelled rows in memory. Immutable. */
public interface Table extends LabelledRows {

  /** Returns the shape of a row. */
  Shape shape();

  /** Copies some of the rows, in the order given. */
  Table pick(int[] rows);

  /** Returns how the cells of a sample become the features of a row. */
  List<ColumnEncoder> columns();
}
