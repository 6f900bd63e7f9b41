package org.limbeck.report.comparison;

import java.util.Locale;
import org.limbeck.report.format.Numbers;

/** What accuracy is plotted against. */
enum PlotKind {
  /** Payload bytes sent per device. */
  BYTES("sent per device"),
  /** Rounds. */
  ROUNDS("rounds"),
  /** Time. */
  TIME("time of a run");

  private final String axis;

  PlotKind(String axis) {
    this.axis = axis;
  }

  /** Returns what to write at the axis. */
  String axis() {
    return axis;
  }

  /** Returns where a point lies on the axis. */
  double of(LinePoint point) {
    return switch (this) {
      case BYTES -> point.bytes();
      case ROUNDS -> point.round();
      case TIME -> point.seconds();
    };
  }

  /** Returns a value of the axis for people to read. */
  String text(double value) {
    return switch (this) {
      case BYTES -> plain(Numbers.bytes(Math.round(value)));
      case ROUNDS -> Numbers.count(Math.round(value));
      case TIME -> seconds(value);
    };
  }

  /** Returns the name of the plot's file. */
  String file() {
    return "accuracy-over-" + name().toLowerCase(Locale.ROOT) + ".svg";
  }

  private static String seconds(double value) {
    return plain(value < 10 ? Numbers.figure(value) + "\u00a0s" : Numbers.seconds(value));
  }

  /** Leaves out zeros behind the point. */
  private static String plain(String text) {
    return text.replaceFirst("\\.0+(?=\u00a0)|(\\.\\d*[1-9])0+(?=\u00a0)", "$1");
  }
}
