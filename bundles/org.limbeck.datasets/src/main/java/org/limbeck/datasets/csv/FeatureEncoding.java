package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.limbeck.api.preprocessing.CategoryColumn;
import org.limbeck.api.preprocessing.ColumnEncoder;
import org.limbeck.api.preprocessing.DateColumn;
import org.limbeck.api.preprocessing.NumberColumn;
import org.limbeck.api.preprocessing.PixelColumns;
import org.limbeck.api.preprocessing.ScaledColumn;

/**
 * How the columns of a file become features.
 *
 * @param columns in the order of the features
 */
record FeatureEncoding(List<ColumnEncoder> columns) {

  /**
   * Finds the encoding for rows.
   *
   * @param file the file that they are from
   * @param scale the name of the scaling
   * @param rows those to train on
   * @throws IllegalArgumentException if nothing is known of a column
   */
  static FeatureEncoding of(Path file, CsvFormat format, String scale, CsvRows rows) {
    List<ColumnEncoder> columns = new ArrayList<>();
    for (int i = 0; i < rows.columns().size(); i++) {
      FeatureColumn column = rows.columns().get(i);
      String name = format.header() ? column.name() : "";
      MissingValues missing = format.features().missing();
      if (column.kind() == FeatureColumn.Kind.CATEGORY) {
        List<String> categories = column.texts().stream().sorted().toList();
        requireAny(file, column, categories.isEmpty());
        columns.add(new CategoryColumn(name, categories, missing.fills()));
      } else {
        double[] values = rows.column(i);
        OptionalDouble filled = missing.of(values);
        requireAny(file, column, missing.fills() && filled.isEmpty());
        Scaling scaling = Scaling.of(scale, values, filled);
        columns.add(
            column.kind() == FeatureColumn.Kind.DATE
                ? new DateColumn(name, scaling.shift(), scaling.divisor(), filled)
                : new NumberColumn(name, scaling.shift(), scaling.divisor(), filled));
      }
    }
    return new FeatureEncoding(List.copyOf(columns));
  }

  /** Returns whether cells are those of a table, and no pixels. */
  boolean isTable() {
    return columns.stream().noneMatch(PixelColumns.class::isInstance);
  }

  /** Returns the names of the columns in their order; empty if they have none. */
  List<String> names() {
    return columns.stream().flatMap(column -> column.names().stream()).toList();
  }

  /**
   * Checks that columns hold what is encoded here.
   *
   * @param file the file that the rows are from
   * @param rows with as many columns
   * @throws IllegalArgumentException if one holds something else; the message says which
   */
  void requireKinds(Path file, CsvRows rows) {
    for (int i = 0; i < columns.size(); i++) {
      FeatureColumn column = rows.columns().get(i);
      FeatureColumn.Kind wanted = FeatureColumn.Kind.of(columns.get(i));
      if (column.kind() != wanted) {
        throw new IllegalArgumentException(
            file
                + ": column '"
                + column.name()
                + "' holds "
                + column.kind().plural()
                + ", and "
                + wanted.plural()
                + " in the private dataset: "
                + remedy(column, wanted));
      }
    }
  }

  private static String remedy(FeatureColumn column, FeatureColumn.Kind wanted) {
    return wanted == FeatureColumn.Kind.NUMBER
        ? "take '" + column.name() + "' out of its " + column.kind().option()
        : "put '" + column.name() + "' into its " + wanted.option();
  }

  /** Returns the number of features. */
  int features() {
    return columns.stream().mapToInt(ColumnEncoder::features).sum();
  }

  /**
   * Encodes a row.
   *
   * @param rows what it is one of, with the same columns
   * @throws IllegalArgumentException if it has a category that is unknown, or misses a value that
   *     nothing stands for; the message says which
   */
  float[] apply(CsvRows rows, double[] row) {
    float[] features = new float[features()];
    int to = 0;
    for (int i = 0; i < columns.size(); i++) {
      ColumnEncoder column = columns.get(i);
      encode(column, rows.columns().get(i), row[i], features, to);
      to += column.features();
    }
    return features;
  }

  /**
   * Returns what people should know about a file, and what stands for values that are missing.
   *
   * @param file the file that the rows are from
   */
  List<String> notices(Path file, CsvRows rows) {
    List<String> notices = new ArrayList<>(rows.notices());
    for (int i = 0; i < columns.size(); i++) {
      long missing = Arrays.stream(rows.column(i)).filter(Double::isNaN).count();
      if (missing > 0) {
        notices.add(
            String.format(
                Locale.ROOT,
                "%s: column '%s': %d of %d values are missing; %s",
                file,
                rows.columns().get(i).name(),
                missing,
                rows.size(),
                instead(columns.get(i))));
      }
    }
    return notices;
  }

  private static String instead(ColumnEncoder column) {
    return column instanceof ScaledColumn scaled && scaled.missing().isPresent()
        ? scaled.missing().getAsDouble() + " stands for them"
        : "they are of no category";
  }

  private static void encode(
      ColumnEncoder encoder, FeatureColumn column, double code, float[] features, int to) {
    boolean isMissing = Double.isNaN(code);
    try {
      if (encoder instanceof ScaledColumn scaled) {
        if (isMissing && scaled.missing().isEmpty()) {
          throw new IllegalArgumentException(
              "a value is missing, and the private dataset says nothing that stands for it: give"
                  + " both the same option missing");
        }
        features[to] = scaled.scaled(code);
      } else {
        encoder.encode(isMissing ? "" : column.texts().get((int) code), 0, features, to);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("column '" + column.name() + "': " + e.getMessage(), e);
    }
  }

  private static void requireAny(Path file, FeatureColumn column, boolean none) {
    if (none) {
      throw new IllegalArgumentException(
          file + ": column '" + column.name() + "': all values are missing: leave it aside");
    }
  }
}
