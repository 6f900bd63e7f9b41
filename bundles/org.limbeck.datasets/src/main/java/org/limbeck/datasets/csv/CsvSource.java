package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.limbeck.api.preprocessing.DecimalNumber;
import org.limbeck.datasets.rows.DataSplit;
import org.limbeck.datasets.rows.Holdout;
import org.limbeck.datasets.rows.HoldoutRows;
import org.limbeck.datasets.rows.LabelledSource;
import org.limbeck.datasets.rows.Table;

/**
 * Rows of CSV files. Classes are the labels of the first file, in the order of their values.
 *
 * @param trained the rows to train on, as they stand in the first file, and how they are encoded
 * @param parts the same rows, and those to test on
 */
record CsvSource(SharedCsv trained, Holdout parts) implements LabelledSource {

  /**
   * Reads the files.
   *
   * @param testFile the rows to test on; if empty, a fifth of {@code file}
   * @param scale how columns are scaled, found from the rows to train on
   * @throws IllegalArgumentException if a file is malformed, or they do not belong together
   */
  static CsvSource read(Path file, String testFile, CsvFormat format, String scale) {
    CsvRows rows = new CsvReader(file, format).read();
    List<String> classes = classes(file, rows.labels());
    if (classes.size() < 2) {
      throw new IllegalArgumentException(file + ": all rows have the label " + classes.get(0));
    }
    if (testFile.isEmpty()) {
      HoldoutRows parts = HoldoutRows.of(file, rows.size());
      CsvRows training = rows.pick(parts.training());
      FeatureEncoding encoding = FeatureEncoding.of(file, format, scale, training);
      return of(
          new SharedCsv(file, format, training, encoding),
          classes,
          table(file, rows.pick(parts.test()), classes, format, encoding),
          encoding.notices(file, rows));
    }
    Path tested = Path.of(testFile);
    CsvRows test =
        new CsvReader(tested, format.elsewhere())
            .read()
            .inOrder(tested, rows.names(), file.toString(), format.header());
    FeatureEncoding encoding = FeatureEncoding.of(file, format, scale, rows);
    List<String> notices = new ArrayList<>(encoding.notices(file, rows));
    notices.addAll(encoding.notices(tested, test));
    return of(
        new SharedCsv(file, format, rows, encoding),
        classes,
        table(tested, test, classes, format, encoding),
        notices);
  }

  /** Returns the character that begins a line which is no row; empty if none does. */
  String comment() {
    return trained.format().layout().comment();
  }

  @Override
  public int classes() {
    return parts.classes();
  }

  @Override
  public List<String> classNames() {
    return parts.classNames();
  }

  @Override
  public List<String> notices() {
    return parts.notices();
  }

  @Override
  public Table training() {
    return parts.training();
  }

  @Override
  public Table test() {
    return parts.test();
  }

  /**
   * Returns this, if its rows can be divided.
   *
   * @throws IllegalArgumentException if there are too few to train on; the message names the file
   */
  CsvSource requireEnough() {
    DataSplit.requireEnough(trained.file(), trained.rows().size());
    return this;
  }

  private static CsvSource of(
      SharedCsv trained, List<String> classes, Table test, List<String> notices) {
    Table training =
        table(trained.file(), trained.rows(), classes, trained.format(), trained.encoding());
    return new CsvSource(trained, new Holdout(classes, training, test, notices));
  }

  private static NumericTable table(
      Path file, CsvRows rows, List<String> classes, CsvFormat format, FeatureEncoding encoding) {
    int[] labels = rows.labels().stream().mapToInt(classes::indexOf).toArray();
    int unknown =
        IntStream.range(0, labels.length).filter(i -> labels[i] < 0).findFirst().orElse(-1);
    if (unknown >= 0) {
      throw new IllegalArgumentException(
          file
              + ":"
              + rows.lines().get(unknown)
              + ": the label is '"
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
