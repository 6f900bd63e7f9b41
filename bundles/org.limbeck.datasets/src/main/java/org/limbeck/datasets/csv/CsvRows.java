package org.limbeck.datasets.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a CSV file as they stand in it.
 *
 * @param columns the names of the columns of numbers
 * @param values the numbers of each row
 * @param labels the label of each row; empty without a label column
 * @param groups the group of each row; empty without a column of groups
 */
record CsvRows(
    List<String> columns, List<float[]> values, List<String> labels, List<String> groups) {

  CsvRows() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
