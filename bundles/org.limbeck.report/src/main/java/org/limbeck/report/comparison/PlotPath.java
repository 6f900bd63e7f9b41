package org.limbeck.report.comparison;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of a plot as {@link Plot} writes it: of SVG's commands M, L, H, V and Z, each with
 * absolute coordinates.
 *
 * @param commands the path; empty for none
 */
record PlotPath(String commands) {
  private static final Pattern COMMAND = Pattern.compile("([MLHVZ])([0-9.-]*)(?: ([0-9.-]+))?");

  /** Draws a path, in the coordinates of the plot. */
  interface Pen {
    /** Begins at a point. */
    void moveTo(double x, double y) throws IOException;

    /** Draws a line to a point. */
    void lineTo(double x, double y) throws IOException;

    /** Draws a line to where the path began. */
    void close() throws IOException;
  }

  /** Draws the path. */
  void draw(Pen pen) throws IOException {
    double x = 0;
    double y = 0;
    Matcher matcher = COMMAND.matcher(commands);
    while (matcher.find()) {
      char command = matcher.group(1).charAt(0);
      switch (command) {
        case 'H' -> x = Double.parseDouble(matcher.group(2));
        case 'V' -> y = Double.parseDouble(matcher.group(2));
        case 'M', 'L' -> {
          x = Double.parseDouble(matcher.group(2));
          y = Double.parseDouble(matcher.group(3));
        }
        default -> {}
      }
      if (command == 'M') {
        pen.moveTo(x, y);
      } else if (command == 'Z') {
        pen.close();
      } else {
        pen.lineTo(x, y);
      }
    }
  }
}
