package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A column of {@code metrics.csv}: the header, the rows and the table in the documentation follow
 * from the list of all of them.
 *
 * @param name its heading
 * @param unit the unit or range of its values; empty for text
 * @param meaning what it holds
 * @param value takes the value from a row; null if it does not exist
 */
public record MetricsColumn(
    String name, String unit, String meaning, Function<MetricsRow, Object> value) {
  /** When the row was written. */
  public static final MetricsColumn ROUND =
      new MetricsColumn("round", "rounds", "the number of rounds completed", MetricsRow::round);

  /** Tells adversaries, which have no part in means, from the honest. */
  public static final MetricsColumn ADVERSARY =
      known(
          "adversary",
          "the name of the attack by which the device lies; empty if it is honest",
          metrics -> metrics.honest() ? null : metrics.adversary());

  /** All columns in their order. */
  static final List<MetricsColumn> ALL = all();

  private static List<MetricsColumn> all() {
    List<MetricsColumn> columns = new ArrayList<>();
    columns.add(ROUND);
    columns.add(new MetricsColumn("device", "", "the device's id", MetricsRow::device));
    columns.add(known("architecture", "the name of its architecture", DeviceMetrics::architecture));
    for (DeviceFigure figure : DeviceFigure.values()) {
      columns.add(known(figure.column(), figure.unit(), figure.meaning(), figure::orNull));
    }
    columns.add(ADVERSARY);
    columns.add(
        new MetricsColumn(
            "changes",
            "",
            "what has changed for the device since the evaluation before, parted by semicolons",
            row -> row.changes().isEmpty() ? null : row.changes()));
    return List.copyOf(columns);
  }

  private static MetricsColumn known(
      String name, String meaning, Function<DeviceMetrics, Object> value) {
    return known(name, "", meaning, value);
  }

  /** Returns a column that is empty for devices that have left. */
  private static MetricsColumn known(
      String name, String unit, String meaning, Function<DeviceMetrics, Object> value) {
    return new MetricsColumn(
        name, unit, meaning, row -> row.metrics() == null ? null : value.apply(row.metrics()));
  }
}
