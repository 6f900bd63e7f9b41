package org.limbeck.datasets.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.limbeck.api.Shape;
import org.limbeck.datasets.rows.Table;

/**
 * Rows of scaled numbers.
 *
 * @param shape the shape of a row
 * @param featureNames the names of the columns; empty if they have none
 * @param scaling how rows were scaled
 * @param values the scaled values of each row
 * @param labels the class of each row
 * @param groups the group of each row
 */
record NumericTable(
    Shape shape,
    List<String> featureNames,
    Scaling scaling,
    List<float[]> values,
    int[] labels,
    List<String> groups)
    implements Table {

  /**
   * Scales rows as they stand in a file.
   *
   * @param columns the names of its columns of numbers
   */
  static NumericTable scaled(
      Scaling by,
      CsvFormat format,
      List<String> columns,
      List<double[]> values,
      int[] labels,
      List<String> groups) {
    List<String> names = format.header() ? columns : List.of();
    List<float[]> rows = values.stream().map(by::apply).toList();
    return new NumericTable(format.shape(columns.size()), names, by, rows, labels, groups);
  }

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
        featureNames,
        scaling,
        Arrays.stream(rows).mapToObj(values::get).toList(),
        Arrays.stream(rows).map(row -> labels[row]).toArray(),
        Arrays.stream(rows).mapToObj(groups::get).toList());
  }

  @Override
  public float[] features(double[] sample) {
    for (int i = 0; i < sample.length; i++) {
      if (!Double.isFinite(sample[i])) {
        throw new IllegalArgumentException(
            "value " + (i + 1) + " is " + sample[i] + ": finite numbers are allowed");
      }
    }
    return scaling.apply(sample);
  }
}
