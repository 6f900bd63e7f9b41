package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.limbeck.datasets.catalog.DecimalNumber;
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
    List<String> classes = classes(file, rows.labels());
    if (classes.size() < 2) {
      throw new IllegalArgumentException(file + ": all rows have the label " + classes.get(0));
    }
    UnscaledTable all = table(file, rows, classes, format);
    LabelledSource parts =
        testFile.isEmpty()
            ? Holdout.of(classes.size(), all)
            : new Holdout(
                classes.size(), all, tested(Path.of(testFile), file, rows, classes, format));
    UnscaledTable training = (UnscaledTable) parts.training();
    UnscaledTable test = (UnscaledTable) parts.test();
    Scaling scaling = Scaling.of(scale, training.values(), training.shape().features());
    return new Holdout(classes.size(), training.scaled(scaling), test.scaled(scaling));
  }

  private static UnscaledTable tested(
      Path testFile, Path file, CsvRows training, List<String> classes, CsvFormat format) {
    CsvRows rows =
        new CsvReader(testFile, format)
            .read()
            .inOrder(testFile, training.columns(), file, format.header());
    return table(testFile, rows, classes, format);
  }

  private static UnscaledTable table(
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
    List<String> names = format.header() ? rows.columns() : List.of();
    return new UnscaledTable(format.shape(features), names, rows.values(), labels, rows.groups());
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
