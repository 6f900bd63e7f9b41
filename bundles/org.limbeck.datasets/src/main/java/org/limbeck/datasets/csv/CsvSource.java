package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.datasets.rows.Holdout;
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
    List<String> classes = classes(rows.labels());
    if (classes.size() < 2) {
      throw new IllegalArgumentException(file + ": all rows have the label " + classes.get(0));
    }
    NumericTable all = table(file, rows, classes, format);
    LabelledSource parts =
        testFile.isEmpty()
            ? Holdout.of(classes.size(), all)
            : new Holdout(classes.size(), all, tested(testFile, classes, format));
    NumericTable training = (NumericTable) parts.training();
    NumericTable test = (NumericTable) parts.test();
    if (!test.shape().equals(training.shape())) {
      throw new IllegalArgumentException(
          testFile
              + " has rows of "
              + test.shape().features()
              + " numbers, and "
              + file
              + " of "
              + training.shape().features());
    }
    Scaling scaling = Scaling.of(scale, training.values(), training.shape().features());
    return new Holdout(classes.size(), training.scaled(scaling), test.scaled(scaling));
  }

  private static NumericTable tested(String testFile, List<String> classes, CsvFormat format) {
    Path file = Path.of(testFile);
    return table(file, new CsvReader(file, format).read(), classes, format);
  }

  private static NumericTable table(
      Path file, CsvRows rows, List<String> classes, CsvFormat format) {
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
    int features = rows.values().get(0).length;
    return new NumericTable(
        format.shape(features), Scaling.none(features), rows.values(), labels, rows.groups());
  }

  /** Numbers are in the order of their values, and other labels in that of the alphabet. */
  private static List<String> classes(List<String> labels) {
    List<String> distinct = labels.stream().distinct().toList();
    boolean numbers = distinct.stream().allMatch(label -> label.matches("-?\\d{1,9}"));
    Comparator<String> order =
        numbers ? Comparator.comparingInt(Integer::parseInt) : Comparator.naturalOrder();
    return distinct.stream().sorted(order).toList();
  }
}
