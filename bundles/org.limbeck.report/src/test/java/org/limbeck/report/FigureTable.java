package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What figures are declared as, as tables of the documentation. */
final class FigureTable {
  private FigureTable() {}

  /** Returns the columns of {@code metrics.csv}. */
  static String ofMetrics() {
    List<String> lines = new ArrayList<>(List.of("| column | unit | meaning |", "|---|---|---|"));
    for (MetricsColumn column : MetricsColumn.ALL) {
      lines.add("| `" + column.name() + "` | " + column.unit() + " | " + column.meaning() + " |");
    }
    return String.join("\n", lines);
  }

  /** Returns the keys of a record of {@code summary.json}. */
  static String ofKeys(Class<? extends Record> type) {
    List<String> lines = new ArrayList<>(List.of("| key | meaning |", "|---|---|"));
    keys(type)
        .forEach(
            key ->
                lines.add(
                    "| `"
                        + key.getName()
                        + "` | "
                        + key.getAccessor().getAnnotation(JsonPropertyDescription.class).value()
                        + " |"));
    return String.join("\n", lines);
  }

  /** Returns the components of a record, and in place of unwrapped ones theirs. */
  static Stream<RecordComponent> keys(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            component ->
                component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                    ? keys(component.getType())
                    : Stream.of(component));
  }
}
