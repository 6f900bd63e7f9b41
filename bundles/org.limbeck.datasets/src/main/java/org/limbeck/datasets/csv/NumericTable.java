package org.limbeck.datasets.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.limbeck.api.Shape;
import org.limbeck.datasets.rows.Table;

/**
 * Rows of numbers.
 *
 * @param shape the shape of a row
 * @param scaling how rows were scaled
 * @param values the scaled values of each row
 * @param labels the class of each row
 * @param groups the group of each row
 */
record NumericTable(
    Shape shape, Scaling scaling, List<float[]> values, int[] labels, List<String> groups)
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
    Objects.checkFromIndexSize(offset, shape.features(), into.length);
    System.arraycopy(values.get(row), 0, into, offset, shape.features());
  }

  @Override
  public NumericTable pick(int[] rows) {
    return new NumericTable(
        shape,
        scaling,
        Arrays.stream(rows).mapToObj(values::get).toList(),
        Arrays.stream(rows).map(row -> labels[row]).toArray(),
        Arrays.stream(rows).mapToObj(groups::get).toList());
  }

  /** Returns these rows, which are not scaled yet, scaled. */
  NumericTable scaled(Scaling by) {
    List<float[]> rows = values.stream().map(float[]::clone).toList();
    rows.forEach(by::apply);
    return new NumericTable(shape, by, rows, labels, groups);
  }

  @Override
  public void normalize(float[] row) {
    for (int i = 0; i < row.length; i++) {
      if (!Float.isFinite(row[i])) {
        throw new IllegalArgumentException(
            "value " + (i + 1) + " is " + row[i] + ": finite numbers are allowed");
      }
    }
    scaling.apply(row);
  }
}
