package org.limbeck.datasets.csv;

import java.util.ArrayList;
import java.util.List;

/** The rows of a CSV file as they stand in it. */
record CsvRows(List<float[]> values, List<String> labels, List<String> groups) {

  CsvRows() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
