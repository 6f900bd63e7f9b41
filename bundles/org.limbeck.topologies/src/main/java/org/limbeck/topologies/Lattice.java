package org.limbeck.topologies;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;

/**
 * A rectangle of devices, which are numbered row by row.
 *
 * @param rows how many rows, or 0 for as many as the columns leave
 * @param columns how many columns, or 0 for as many as the rows leave; as square as possible if
 *     both are 0
 */
record Lattice(int rows, int columns) {
  /** The description of the option {@code rows}. */
  static final String ROWS =
      "Rows; 0: as many as the columns leave, or as square as the number of devices allows";

  /** The description of the option {@code columns}. */
  static final String COLUMNS =
      "Columns; 0: as many as the rows leave, or as square as the number of devices allows";

  Lattice {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException("rows and columns are 1 or more each, or 0 to choose");
    }
  }

  /**
   * Joins every device with those beside it and those above and below.
   *
   * @param periodic whether opposite borders meet
   * @throws IllegalArgumentException if so many devices do not fill the rectangle
   */
  Graph connect(int devices, boolean periodic) {
    Lattice sides = fit(devices);
    List<Edge> edges = new ArrayList<>();
    for (int device = 0; device < devices; device++) {
      int row = device / sides.columns;
      int column = device % sides.columns;
      if (periodic || column + 1 < sides.columns) {
        join(device, row * sides.columns + (column + 1) % sides.columns, edges);
      }
      if (periodic || row + 1 < sides.rows) {
        join(device, (row + 1) % sides.rows * sides.columns + column, edges);
      }
    }
    return new Graph(devices, edges);
  }

  private static void join(int a, int b, List<Edge> edges) {
    if (a != b) {
      edges.add(new Edge(a, b));
    }
  }

  /** Returns the sides that hold so many devices and no more, neither of them 0. */
  private Lattice fit(int devices) {
    Lattice sides;
    if (rows == 0 && columns == 0) {
      sides = squarest(devices);
    } else {
      sides =
          new Lattice(rows > 0 ? rows : devices / columns, columns > 0 ? columns : devices / rows);
    }
    if ((long) sides.rows * sides.columns != devices) {
      throw new IllegalArgumentException(
          devices + " devices do not fill " + this + "; rows x columns may be " + fitting(devices));
    }
    return sides;
  }

  @Override
  public String toString() {
    if (rows == 0) {
      return columns + " columns";
    }
    return rows + " rows" + (columns == 0 ? "" : " of " + columns);
  }

  private static Lattice squarest(int devices) {
    int rows = (int) Math.sqrt(devices);
    while (devices % rows != 0) {
      rows--;
    }
    return new Lattice(rows, devices / rows);
  }

  private static String fitting(int devices) {
    return IntStream.rangeClosed(1, devices)
        .filter(divisor -> devices % divisor == 0)
        .mapToObj(divisor -> divisor + " x " + devices / divisor)
        .collect(Collectors.joining(", "));
  }
}
