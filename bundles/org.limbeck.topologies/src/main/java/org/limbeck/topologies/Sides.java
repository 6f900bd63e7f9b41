package org.limbeck.topologies;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sides of a rectangle of devices, which are numbered row by row.
 *
 * @param rows how many rows, or 0 for as many as the columns leave
 * @param columns how many columns, or 0 for as many as the rows leave; as square as possible if
 *     both are 0
 */
record Sides(int rows, int columns) {

  Sides {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException("rows and columns are 1 or more each, or 0 to choose");
    }
  }

  /** Returns the sides that hold so many devices and no more, neither of them 0. */
  Sides fit(int devices) {
    Sides sides;
    if (rows == 0 && columns == 0) {
      sides = squarest(devices);
    } else {
      sides =
          new Sides(rows > 0 ? rows : devices / columns, columns > 0 ? columns : devices / rows);
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

  private static Sides squarest(int devices) {
    int rows = (int) Math.sqrt(devices);
    while (devices % rows != 0) {
      rows--;
    }
    return new Sides(rows, devices / rows);
  }

  private static String fitting(int devices) {
    return IntStream.rangeClosed(1, devices)
        .filter(divisor -> devices % divisor == 0)
        .mapToObj(divisor -> divisor + " x " + devices / divisor)
        .collect(Collectors.joining(", "));
  }
}
