package org.limbeck.report.comparison;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.limbeck.report.format.ReadableNumbers;

/** Test accuracy against something else. */
enum AccuracyPlot implements PlotKind {
  /** Payload bytes sent per device. */
  BYTES("sent per device", "bytesSentPerDevice"),
  /** Rounds. */
  ROUNDS("rounds", "round"),
  /** Time. */
  TIME("time of a run", "seconds");

  private final String axis;
  private final String column;

  AccuracyPlot(String axis, String column) {
    this.axis = axis;
    this.column = column;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String stem() {
    return "accuracy-over-" + id();
  }

  @Override
  public String label() {
    return "Test accuracy against " + axis;
  }

  @Override
  public String xAxis() {
    return axis;
  }

  @Override
  public String yAxis() {
    return "test accuracy";
  }

  @Override
  public String xColumn() {
    return column;
  }

  @Override
  public String yColumn() {
    return "meanTestAccuracy";
  }

  @Override
  public double x(ComparedPoint point) {
    return switch (this) {
      case BYTES -> point.bytes();
      case ROUNDS -> point.round();
      case TIME -> point.seconds();
    };
  }

  @Override
  public Spread y(ComparedPoint point) {
    return point.accuracy();
  }

  @Override
  public Scale xScale(Collection<List<ComparedPoint>> curves) {
    double[] values =
        curves.stream()
            .flatMap(List::stream)
            .mapToDouble(this::x)
            .filter(Double::isFinite)
            .toArray();
    return this == BYTES ? PlotRange.logarithmic(values) : PlotRange.fromZero(values);
  }

  @Override
  public Scale yScale(Collection<List<ComparedPoint>> curves) {
    return PlotRange.accuracies(curves);
  }

  @Override
  public String xText(double value) {
    return switch (this) {
      case BYTES -> plain(ReadableNumbers.bytes(Math.round(value)));
      case ROUNDS -> ReadableNumbers.count(Math.round(value));
      case TIME -> seconds(value);
    };
  }

  @Override
  public String yText(double value) {
    double share = Math.round(1e4 * value) / 100.0;
    return (share == Math.rint(share) ? Long.toString((long) share) : Double.toString(share))
        + "\u00a0%";
  }

  @Override
  public List<String> title(ComparedPoint point) {
    return List.of(
        SpreadFormat.percent(point.accuracy()),
        BYTES.xText(point.bytes()) + " sent per device",
        "round " + ROUNDS.xText(point.round()) + ", " + TIME.xText(point.seconds()));
  }

  @Override
  public Comparator<ComparedExperiment> bestFirst() {
    return Comparator.comparingDouble((ComparedExperiment line) -> line.accuracy().mean())
        .reversed();
  }

  @Override
  public boolean costs() {
    return this == BYTES;
  }

  private static String seconds(double value) {
    return plain(
        value < 10 ? ReadableNumbers.figure(value) + "\u00a0s" : ReadableNumbers.seconds(value));
  }

  /** Leaves out zeros behind the point. */
  private static String plain(String text) {
    return text.replaceFirst("\\.0+(?=\u00a0)|(\\.\\d*[1-9])0+(?=\u00a0)", "$1");
  }
}
