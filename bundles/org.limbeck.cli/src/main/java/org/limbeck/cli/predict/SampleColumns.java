package org.limbeck.cli.predict;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.api.preprocessing.DecimalNumber;
import org.limbeck.api.preprocessing.MissingValue;
import org.limbeck.api.preprocessing.NameMatch;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.datasets.catalog.NameSuggestion;
import org.limbeck.engine.Predictor;

/**
 * The columns that a device has learnt from, and what is known of others in its files.
 *
 * @param names the names of the values in their order; empty if they have none
 * @param cells how many values a sample has; 0 if that is not known
 * @param isNumeric whether all values are numbers
 * @param options what the experiment says about its files
 */
record SampleColumns(List<String> names, int cells, boolean isNumeric, CsvOptions options) {

  /** Copies the list. */
  SampleColumns {
    names = List.copyOf(names);
  }

  /** Returns the columns of a trained model. */
  static SampleColumns of(Predictor predictor, CsvOptions options) {
    return new SampleColumns(
        predictor.columnNames(),
        predictor.preprocessing().map(Preprocessing::cells).orElse(0),
        predictor.isNumeric(),
        options);
  }

  /**
   * Finds out how samples stand in a file. Where values have names, a first line that has them all
   * is a header, whatever their order; without names, and where all values are numbers, a first
   * line that has no number is one.
   *
   * @param first the cells of its first line
   * @throws IllegalArgumentException if it is a header that lacks a column, or has it twice
   */
  SampleLayout layout(List<String> first) {
    return names.isEmpty() ? unnamed(first) : named(first);
  }

  private SampleLayout unnamed(List<String> first) {
    boolean hasGap = first.stream().anyMatch(MissingValue::is);
    boolean hasHeader = isNumeric && hasNoNumber(first) && !hasGap;
    int columns = first.size();
    int[] places = options.numbered(columns);
    boolean isWhole = !options.hasHeader() && columns != cells && places.length == cells;
    if (!isWhole) {
      return SampleLayout.inOrder(hasHeader, 0);
    }
    int label = options.numberedLabel() < columns ? options.numberedLabel() : -1;
    return new SampleLayout(hasHeader, List.of(), columns, Optional.of(places), label);
  }

  private SampleLayout named(List<String> first) {
    NameMatch match = NameMatch.of(names, first);
    for (String name : match.repeated()) {
      if (names.contains(name)) {
        throw new IllegalArgumentException("two columns are called '" + name + "'");
      }
    }
    List<String> missing = match.missing();
    if (missing.isEmpty()) {
      return new SampleLayout(
          true,
          List.copyOf(first),
          first.size(),
          Optional.of(match.places()),
          label(first, match.places()));
    }
    if (hasNoNumber(first) || missing.size() < names.size()) {
      String nearest =
          match.extra().isEmpty()
              ? ""
              : " did you mean '" + NameSuggestion.nearest(missing.get(0), match.extra()) + "'?";
      throw new IllegalArgumentException(
          "there is no column '"
              + missing.get(0)
              + "', which the device has learnt from;"
              + nearest
              + " the line has "
              + NameSuggestion.listed(first));
    }
    return SampleLayout.inOrder(false, names.size());
  }

  /** A name goes before a number, as in the files that the device has learnt from. */
  private int label(List<String> first, int[] places) {
    String label = options.label();
    int place = label.isEmpty() ? -1 : first.indexOf(label);
    if (place < 0) {
      place = options.numberedLabel();
    }
    int found = place;
    boolean isFree = IntStream.of(places).noneMatch(used -> used == found);
    return place < first.size() && isFree ? place : -1;
  }

  private static boolean hasNoNumber(List<String> cells) {
    return cells.stream().allMatch(cell -> Double.isNaN(DecimalNumber.parse(cell)));
  }
}
