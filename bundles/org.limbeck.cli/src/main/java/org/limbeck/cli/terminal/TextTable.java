package org.limbeck.cli.terminal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A table whose columns are as wide as their widest cell.
 *
 * @param <T> what a row is about
 */
public final class TextTable<T> {
  private static final String GAP = "  ";

  private final int leftAligned;
  private final List<String> headings = new ArrayList<>();
  private final List<Function<T, String>> columns = new ArrayList<>();

  /**
   * Makes a table without columns.
   *
   * @param leftAligned how many of its columns begin at the left; those after them end at the right
   */
  public TextTable(int leftAligned) {
    this.leftAligned = leftAligned;
  }

  /** Adds a column: its heading, and what stands below it. */
  public TextTable<T> column(String heading, Function<T, String> cell) {
    headings.add(heading);
    columns.add(cell);
    return this;
  }

  /** Writes the headings and a row for each of some values to standard output. */
  public void print(Collection<T> values, Terminal terminal) {
    List<List<String>> rows = new ArrayList<>(List.of(headings));
    values.forEach(value -> rows.add(columns.stream().map(cell -> cell.apply(value)).toList()));
    int[] widths =
        IntStream.range(0, headings.size())
            .map(
                column ->
                    rows.stream()
                        .mapToInt(cells -> TextWidth.of(cells.get(column)))
                        .max()
                        .orElse(0))
            .toArray();
    terminal.out().println(Styles.heading(terminal.outColour(), line(headings, widths)));
    rows.stream().skip(1).forEach(cells -> terminal.out().println(line(cells, widths)));
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(widths[column] - TextWidth.of(cell));
      line.append(column == 0 ? "" : GAP)
          .append(column < leftAligned ? cell + padding : padding + cell);
    }
    return line.toString().stripTrailing();
  }
}
