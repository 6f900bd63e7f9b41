package org.limbeck.datasets.csv;

import java.util.Arrays;
import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.datasets.rows.Table;

/**
 * Rows of numbers as they stand in a file, from which a scaling is found.
 *
 * @param shape the shape of a row
 * @param featureNames the names of the columns; empty if they have none
 * @param values the numbers of each row
 * @param labels the class of each row
 * @param groups the group of each row
 */
record UnscaledTable(
    Shape shape,
    List<String> featureNames,
    List<double[]> values,
    int[] labels,
    List<String> groups)
    implements Table {

  @Override
  public int rows() {
    return labels.length;
  }

  @Override
  public int label(int row) {
    return labels[row];
  }

  @Override
  public String group(int row) {
    return groups.get(row);
  }

  @Override
  public void read(int row, float[] into, int offset) {
    for (int i = 0; i < shape.features(); i++) {
      into[offset + i] = (float) values.get(row)[i];
    }
  }

  @Override
  public UnscaledTable pick(int[] rows) {
    return new UnscaledTable(
        shape,
        featureNames,
        Arrays.stream(rows).mapToObj(values::get).toList(),
        Arrays.stream(rows).map(row -> labels[row]).toArray(),
        Arrays.stream(rows).mapToObj(groups::get).toList());
  }

  @Override
  public void normalize(float[] row) {
    // They are as they were written.
  }

  /** Returns these rows scaled. */
  NumericTable scaled(Scaling by) {
    List<float[]> rows = values.stream().map(by::apply).toList();
    return new NumericTable(shape, featureNames, by, rows, labels, groups);
  }
}
