package org.limbeck.cli.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.limbeck.api.preprocessing.DecimalNumber;
import org.limbeck.datasets.catalog.CsvText;
import org.limbeck.datasets.catalog.DataFiles;
import org.limbeck.datasets.catalog.NameSuggestion;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/**
 * What stands in a CSV file whose first line names the columns.
 *
 * @param columns all columns in their order
 * @param label the one that says the class of a row
 * @param rows how many rows there are
 */
record CsvSurvey(List<SurveyedColumn> columns, SurveyedColumn label, int rows) {
  private static final Set<String> LABELS = Set.of("class", "label", "species", "target", "y");
  private static final int FEWEST_ROWS = 30;

  /**
   * Reads a file.
   *
   * @param label the name of the column of the label; empty: it is guessed
   * @throws InvalidInputException if it cannot be read, has no names or too few rows, or no column
   *     holds classes
   */
  static CsvSurvey of(Path file, String label) {
    List<SurveyedColumn> columns = new ArrayList<>();
    int rows = 0;
    try (CsvText text = CsvText.of(DataFiles.open(file), "", "");
        CSVParser parser = text.format().parse(text)) {
      for (CSVRecord row : parser) {
        text.endRow();
        if (columns.isEmpty()) {
          columns.addAll(named(file, row.toList()));
        } else {
          see(file, row, columns, parser.getCurrentLineNumber());
          rows++;
        }
      }
    } catch (UncheckedIOException e) {
      throw unreadable(file, e.getCause());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    if (rows < FEWEST_ROWS) {
      throw wrong(file, 0, "there are " + rows + " rows, and an experiment needs " + FEWEST_ROWS);
    }
    return new CsvSurvey(columns, label(file, columns, label), rows);
  }

  /** Returns whether a value is missing in a column that is used for something. */
  boolean hasGaps() {
    return features().stream().anyMatch(SurveyedColumn::hasGaps);
  }

  /** Returns how many rows surely lack no value. */
  int wholeRows() {
    int gaps = features().stream().mapToInt(SurveyedColumn::gaps).sum();
    return Math.max(0, rows - label.gaps() - gaps);
  }

  /** Returns the columns that can be features. */
  List<SurveyedColumn> features() {
    return columns.stream().filter(column -> column != label && isUsed(column)).toList();
  }

  /** Returns the other columns but the label. */
  List<SurveyedColumn> others() {
    return columns.stream().filter(column -> column != label && !isUsed(column)).toList();
  }

  private static boolean isUsed(SurveyedColumn column) {
    return switch (column.use()) {
      case NUMBER, DATE, CATEGORY -> true;
      case TEXT, ID, EMPTY -> false;
    };
  }

  private static List<SurveyedColumn> named(Path file, List<String> names) {
    if (names.stream().anyMatch(name -> !Double.isNaN(DecimalNumber.parse(name)))) {
      throw wrong(
          file,
          1,
          "there is a number in the first line, which has to name the columns: add a line");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name) || name.isEmpty()) {
        String what = name.isEmpty() ? "a column has no name" : "two are called '" + name + "'";
        throw wrong(file, 1, "each column needs a name of its own, and " + what);
      }
    }
    return names.stream().map(SurveyedColumn::new).toList();
  }

  private static void see(Path file, CSVRecord row, List<SurveyedColumn> columns, long line) {
    if (row.size() != columns.size()) {
      throw wrong(file, line, row.size() + " columns, not " + columns.size());
    }
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).see(row.get(i));
    }
  }

  private static SurveyedColumn label(Path file, List<SurveyedColumn> columns, String wanted) {
    List<String> names = columns.stream().map(SurveyedColumn::name).toList();
    if (!wanted.isEmpty() && !names.contains(wanted)) {
      throw wrong(
          file, 1, "there is no column '" + wanted + "'; " + NameSuggestion.help(wanted, names));
    }
    SurveyedColumn last = columns.get(columns.size() - 1);
    SurveyedColumn label =
        columns.stream()
            .filter(
                column ->
                    wanted.isEmpty()
                        ? LABELS.contains(column.name().toLowerCase(Locale.ROOT))
                        : column.name().equals(wanted))
            .findFirst()
            .orElse(last);
    if (!label.mayBeLabel()) {
      throw wrong(
          file,
          1,
          "column '"
              + label.name()
              + "' holds no classes: 2 to "
              + SurveyedColumn.MOST_TEXTS
              + " texts or numbers, each in two rows or more; name another by --label: "
              + NameSuggestion.listed(names));
    }
    return label;
  }

  private static InvalidInputException unreadable(Path file, IOException e) {
    String message = DataFiles.unreadable(file, e).getMessage();
    return wrong(file, 0, message.substring(file.toString().length() + ": ".length()));
  }

  private static InvalidInputException wrong(Path file, long line, String message) {
    return new InvalidInputException(
        new Origin(file.toString(), Math.toIntExact(line), ""), message);
  }
}
