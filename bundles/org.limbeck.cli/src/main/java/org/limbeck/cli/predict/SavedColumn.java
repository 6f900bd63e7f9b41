package org.limbeck.cli.predict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.OptionalDouble;
import org.limbeck.api.preprocessing.CategoryColumn;
import org.limbeck.api.preprocessing.ColumnEncoder;
import org.limbeck.api.preprocessing.DateColumn;
import org.limbeck.api.preprocessing.NumberColumn;
import org.limbeck.api.preprocessing.PixelColumns;
import org.limbeck.api.preprocessing.ScaledColumn;

/**
 * Columns as {@link PreprocessingFile} writes them; of the values only those that the kind has.
 *
 * @param kind {@code number}, {@code date}, {@code category} or {@code pixels}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"kind", "name"})
record SavedColumn(
    String kind,
    String name,
    Double shift,
    Double divisor,
    Double missing,
    List<String> categories,
    Boolean mayMiss,
    Integer cells,
    Float brightest,
    Boolean anyHeight,
    Boolean anyWidth) {
  private static final String NUMBER = "number";
  private static final String DATE = "date";
  private static final String CATEGORY = "category";
  private static final String PIXELS = "pixels";

  static SavedColumn of(ColumnEncoder column) {
    if (column instanceof ScaledColumn c) {
      String kind = c instanceof DateColumn ? DATE : NUMBER;
      Double filled = c.missing().isPresent() ? c.missing().getAsDouble() : null;
      return new SavedColumn(
          kind, c.name(), c.shift(), c.divisor(), filled, null, null, null, null, null, null);
    }
    if (column instanceof CategoryColumn c) {
      return new SavedColumn(
          CATEGORY,
          c.name(),
          null,
          null,
          null,
          c.categories(),
          c.mayMiss(),
          null,
          null,
          null,
          null);
    }
    PixelColumns c = (PixelColumns) column;
    return new SavedColumn(
        PIXELS,
        null,
        null,
        null,
        null,
        null,
        null,
        c.cells(),
        c.brightest(),
        c.anyHeight(),
        c.anyWidth());
  }

  /**
   * Returns the columns.
   *
   * @throws IllegalArgumentException if a value is not there, or out of range
   */
  ColumnEncoder encoder() {
    OptionalDouble filled = missing == null ? OptionalDouble.empty() : OptionalDouble.of(missing);
    return switch (kind == null ? "" : kind) {
      case NUMBER ->
          new NumberColumn(
              need(name, "name"), need(shift, "shift"), need(divisor, "divisor"), filled);
      case DATE ->
          new DateColumn(
              need(name, "name"), need(shift, "shift"), need(divisor, "divisor"), filled);
      case CATEGORY ->
          new CategoryColumn(
              need(name, "name"), need(categories, "categories"), need(mayMiss, "mayMiss"));
      case PIXELS ->
          new PixelColumns(
              need(cells, "cells"),
              need(brightest, "brightest"),
              Boolean.TRUE.equals(anyHeight),
              Boolean.TRUE.equals(anyWidth));
      default ->
          throw new IllegalArgumentException(
              "kind is number, date, category or pixels, not '" + kind + "'");
    };
  }

  private <T> T need(T value, String key) {
    if (value == null) {
      throw new IllegalArgumentException("a column of kind " + kind + " has no '" + key + "'");
    }
    return value;
  }
}
