package org.limbeck.datasets.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.api.preprocessing.CategoryColumn;
import org.limbeck.api.preprocessing.ColumnEncoder;
import org.limbeck.api.preprocessing.DateColumn;
import org.limbeck.api.preprocessing.DecimalNumber;

/**
 * A column of features while a file is read: what stands in it, as numbers. Texts are numbered in
 * the order in which they come. Used by one thread.
 */
final class FeatureColumn {

  /** What stands in a column. */
  enum Kind {
    NUMBER("numbers", ""),
    CATEGORY("texts", "categories"),
    DATE("dates", "dates");

    private final String plural;
    private final String option;

    Kind(String plural, String option) {
      this.plural = plural;
      this.option = option;
    }

    /** Returns the kind of column that an encoder is for. */
    static Kind of(ColumnEncoder encoder) {
      if (encoder instanceof CategoryColumn) {
        return CATEGORY;
      }
      return encoder instanceof DateColumn ? DATE : NUMBER;
    }

    /** Returns what stands in such a column. */
    String plural() {
      return plural;
    }

    /** Returns the option that names such columns; empty if it takes none. */
    String option() {
      return option;
    }
  }

  private static final int MOST_CATEGORIES = 1_000;

  private final String name;
  private final Kind kind;
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> codes = new HashMap<>();

  FeatureColumn(String name, Kind kind) {
    this.name = name;
    this.kind = kind;
  }

  String name() {
    return name;
  }

  Kind kind() {
    return kind;
  }

  /** Returns the texts in the order of their numbers. */
  List<String> texts() {
    return texts;
  }

  /**
   * Returns the number of a cell.
   *
   * @throws IllegalArgumentException if it is none; the message does not say where it stands
   */
  double value(String cell) {
    return switch (kind) {
      case CATEGORY -> code(cell);
      case DATE -> require(DateColumn.seconds(cell), cell, "no date such as 2026-01-31");
      case NUMBER -> require(DecimalNumber.parse(cell), cell, "no number");
    };
  }

  private double code(String cell) {
    Integer code = codes.get(cell);
    if (code == null) {
      code = texts.size();
      if (code == MOST_CATEGORIES) {
        throw new IllegalArgumentException(
            "there are more than " + MOST_CATEGORIES + " categories: leave the column aside");
      }
      codes.put(cell, code);
      texts.add(cell);
    }
    return code;
  }

  private static double require(double value, String cell, String otherwise) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("'" + cell + "' is " + otherwise);
    }
    return value;
  }
}
