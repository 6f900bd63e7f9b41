package org.limbeck.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** A table whose columns are as wide as their widest cell. */
public final class TextTable {
  private static final String GAP = "  ";

  private final Ansi ansi;
  private final int leftAligned;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Makes an empty table.
   *
   * @param leftAligned how many of its columns begin at the left; those after them end at the right
   */
  public TextTable(Ansi ansi, int leftAligned) {
    this.ansi = ansi;
    this.leftAligned = leftAligned;
  }

  /** Adds a row, with as many cells as every other; the first is the heading. */
  public void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  public void print(PrintWriter out) {
    for (int i = 0; i < rows.size(); i++) {
      String line = line(rows.get(i));
      out.println(i == 0 ? Styles.heading(ansi, line) : line);
    }
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(width(column) - cell.length());
      line.append(column == 0 ? "" : GAP)
          .append(column < leftAligned ? cell + padding : padding + cell);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(cells -> cells.get(column).length()).max().orElse(0);
  }
}
