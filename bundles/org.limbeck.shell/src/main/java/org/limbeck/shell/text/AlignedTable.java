package org.limbeck.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A table whose columns are as wide as their widest cell. */
final class AlignedTable {
  private static final String GAP = "  ";

  private final Set<Integer> rightAligned;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Makes a table of a heading alone.
   *
   * @param rightAligned the columns, from 0, whose cells end at the right
   */
  AlignedTable(Set<Integer> rightAligned, String... heading) {
    this.rightAligned = Set.copyOf(rightAligned);
    rows.add(List.of(heading));
  }

  /** Adds a row, with as many cells as the heading. */
  void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** Returns the lines, with line breaks between. */
  @Override
  public String toString() {
    return String.join("\n", rows.stream().map(this::line).toList());
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(width(column) - cell.length());
      line.append(column == 0 ? "" : GAP)
          .append(rightAligned.contains(column) ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(cells -> cells.get(column).length()).max().orElse(0);
  }
}
