package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.ColumnEncoder;
import org.limbeck.datasets.rows.Table;

/**
 * Rows of features.
 *
 * @param shape the shape of a row
 * @param columns how they were encoded
 * @param values the features of each row
 * @param labels the class of each row
 * @param groups the group of each row
 */
record NumericTable(
    Shape shape,
    List<ColumnEncoder> columns,
    List<float[]> values,
    int[] labels,
    List<String> groups)
    implements Table {

  /**
   * Encodes rows of a file.
   *
   * @throws IllegalArgumentException if one cannot be; the message names its line
   */
  static NumericTable encoded(
      Path file, CsvFormat format, FeatureEncoding by, CsvRows rows, int[] labels) {
    List<float[]> values = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      try {
        values.add(by.apply(rows, rows.values().get(row)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            file + ":" + rows.lines().get(row) + ": " + e.getMessage(), e);
      }
    }
    return new NumericTable(
        format.shape(by.features()), by.columns(), values, labels, rows.groups());
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
        columns,
        Arrays.stream(rows).mapToObj(values::get).toList(),
        Arrays.stream(rows).map(row -> labels[row]).toArray(),
        Arrays.stream(rows).mapToObj(groups::get).toList());
  }
}
