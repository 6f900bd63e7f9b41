package org.limbeck.shell.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table whose columns are as wide as their widest cell.
 *
 * @param <T> what a row is about
 */
final class AlignedTable<T> {
  private static final String GAP = "  ";

  private final List<Column<T>> columns = new ArrayList<>();

  /** Adds a column: its heading, and what stands below it. */
  AlignedTable<T> text(String heading, Function<T, String> cell) {
    columns.add(new Column<>(heading, cell, false));
    return this;
  }

  /** Adds a column whose cells end at the right. */
  AlignedTable<T> number(String heading, Function<T, String> cell) {
    columns.add(new Column<>(heading, cell, true));
    return this;
  }

  /** Returns the headings and a line for each of some values, with line breaks between. */
  String of(Collection<T> values) {
    List<List<String>> padded = columns.stream().map(column -> column.lines(values)).toList();
    return IntStream.rangeClosed(0, values.size())
        .mapToObj(line -> String.join(GAP, padded.stream().map(cells -> cells.get(line)).toList()))
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"));
  }

  private record Column<T>(String heading, Function<T, String> cell, boolean rightAligned) {
    /** Returns the heading and the cells, all of one width. */
    List<String> lines(Collection<T> values) {
      List<String> lines = new ArrayList<>(List.of(heading));
      values.forEach(value -> lines.add(cell.apply(value)));
      int width = lines.stream().mapToInt(String::length).max().orElse(0);
      lines.replaceAll(
          line -> {
            String padding = " ".repeat(width - line.length());
            return rightAligned ? padding + line : line + padding;
          });
      return lines;
    }
  }
}
