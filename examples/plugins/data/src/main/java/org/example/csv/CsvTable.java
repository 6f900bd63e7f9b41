package org.example.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in rows of equal length, from a file with commas between them. Lines that are empty or
 * begin with # do not count.
 *
 * @param rows the rows, at least one
 */
record CsvTable(float[][] rows) {

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if there is no such file or a line is no row; the message says
   *     which, and why
   */
  static CsvTable read(String file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(Path.of(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + Path.of(file).toAbsolutePath(), e);
    }
    List<float[]> rows = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        float[] row = parse(line, file + ", line " + number + ": ");
        if (!rows.isEmpty() && rows.get(0).length != row.length) {
          throw new IllegalArgumentException(
              "%s, line %d: %d values, where the first row has %d"
                  .formatted(file, number, row.length, rows.get(0).length));
        }
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(file + " has no rows");
    }
    return new CsvTable(rows.toArray(float[][]::new));
  }

  int columns() {
    return rows[0].length;
  }

  private static float[] parse(String line, String where) {
    String[] cells = line.split(",", -1);
    float[] row = new float[cells.length];
    for (int i = 0; i < cells.length; i++) {
      try {
        row[i] = Float.parseFloat(cells[i].strip());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(where + "'" + cells[i] + "' is no number", e);
      }
      if (!Float.isFinite(row[i])) {
        throw new IllegalArgumentException(where + row[i] + " is not finite");
      }
    }
    return row;
  }
}
