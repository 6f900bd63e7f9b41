package org.limbeck.datasets.csv;

import java.util.List;

/** Formats of files whose columns, but for label and group, are all numbers. */
final class NumbersFormat {
  static final FeatureChoice NUMBERS =
      new FeatureChoice(List.of(), List.of(), List.of(), List.of(), MissingValues.REFUSE, false);

  private NumbersFormat() {}

  static CsvFormat of(boolean header, String label, String group) {
    return of(new CsvLayout(header, "", ""), label, group);
  }

  static CsvFormat of(CsvLayout layout, String label, String group) {
    return new CsvFormat(layout, label, group, NUMBERS, 0, 0);
  }
}
