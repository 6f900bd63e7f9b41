package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.limbeck.api.preprocessing.DecimalNumber;
import org.limbeck.datasets.rows.Holdout;
import org.limbeck.datasets.rows.HoldoutRows;
import org.limbeck.datasets.rows.LabelledSource;

/** Rows of CSV files. Classes are the labels of the first file, in the order of their values. */
final class CsvSource {

  private CsvSource() {}

  /**
   * Reads the files.
   *
   * @param testFile the rows to test on; if empty, a fifth of {@code file}
   * @param scale how columns are scaled, found from the rows to train on
   * @throws IllegalArgumentException if a file is malformed, or they do not belong together
   */
  static LabelledSource read(Path file, String testFile, CsvFormat format, String scale) {
    CsvRows rows = new CsvReader(file, format).read();
    List<String> classes = classes(file, rows.labels());
    if (classes.size() < 2) {
      throw new IllegalArgumentException(file + ": all rows have the label " + classes.get(0));
    }
    if (testFile.isEmpty()) {
      HoldoutRows parts = HoldoutRows.of(rows.size());
      CsvRows training = rows.pick(parts.training());
      FeatureEncoding encoding = FeatureEncoding.of(file, format, scale, training);
      return new Holdout(
          classes,
          table(file, training, classes, format, encoding),
          table(file, rows.pick(parts.test()), classes, format, encoding),
          encoding.notices(file, rows));
    }
    Path tested = Path.of(testFile);
    CsvRows test =
        new CsvReader(tested, format.elsewhere())
            .read()
            .inOrder(tested, rows.names(), file, format.header());
    FeatureEncoding encoding = FeatureEncoding.of(file, format, scale, rows);
    List<String> notices = new ArrayList<>(encoding.notices(file, rows));
    notices.addAll(encoding.notices(tested, test));
    return new Holdout(
        classes,
        table(file, rows, classes, format, encoding),
        table(tested, test, classes, format, encoding),
        notices);
  }

  private static NumericTable table(
      Path file, CsvRows rows, List<String> classes, CsvFormat format, FeatureEncoding encoding) {
    int[] labels = rows.labels().stream().mapToInt(classes::indexOf).toArray();
    int unknown =
        IntStream.range(0, labels.length).filter(i -> labels[i] < 0).findFirst().orElse(-1);
    if (unknown >= 0) {
      throw new IllegalArgumentException(
          file
              + ": row "
              + (unknown + 1)
              + " has the label '"
              + rows.labels().get(unknown)
              + "', which no training row has");
    }
    return NumericTable.encoded(file, format, encoding, rows, labels);
  }

  /** Numbers are in the order of their values, and other labels in that of the alphabet. */
  private static List<String> classes(Path file, List<String> labels) {
    List<String> distinct = labels.stream().distinct().sorted().toList();
    if (distinct.stream().anyMatch(label -> Double.isNaN(DecimalNumber.parse(label)))) {
      return distinct;
    }
    TreeMap<Double, String> numbers = new TreeMap<>();
    for (String label : distinct) {
      String same = numbers.put(DecimalNumber.parse(label), label);
      if (same != null) {
        throw new IllegalArgumentException(
            file
                + ": the labels '"
                + same
                + "' and '"
                + label
                + "' are one number: write it alike");
      }
    }
    return List.copyOf(numbers.values());
  }
}
