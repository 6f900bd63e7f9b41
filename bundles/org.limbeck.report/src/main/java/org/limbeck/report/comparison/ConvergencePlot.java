package org.limbeck.report.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.limbeck.report.format.ReadableNumbers;

/**
 * A measure of convergence against rounds, both on logarithmic axes, where a power law is a
 * straight line. What is zero has no place there, nor has round 0.
 *
 * @param measure the measure
 */
record ConvergencePlot(ConvergenceMeasure measure) implements PlotKind {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  /** Returns the plots in which any of the lines has a point. */
  static List<ConvergencePlot> of(List<ComparedExperiment> lines) {
    List<ComparedPoint> points = lines.stream().flatMap(line -> line.curve().stream()).toList();
    return all().filter(plot -> points.stream().anyMatch(plot::has)).toList();
  }

  /** Returns a plot for each measure. */
  static Stream<ConvergencePlot> all() {
    return Arrays.stream(ConvergenceMeasure.values()).map(ConvergencePlot::new);
  }

  @Override
  public String id() {
    return measure.text().replace(' ', '-');
  }

  @Override
  public String stem() {
    return id() + "-over-rounds";
  }

  @Override
  public String label() {
    return title() + " against rounds";
  }

  /** Returns the measure's name as a heading. */
  String title() {
    return measure.text().substring(0, 1).toUpperCase(Locale.ROOT) + measure.text().substring(1);
  }

  @Override
  public String xAxis() {
    return "rounds";
  }

  @Override
  public String yAxis() {
    return measure.text();
  }

  @Override
  public String xColumn() {
    return "round";
  }

  @Override
  public String yColumn() {
    return measure.column();
  }

  @Override
  public double x(ComparedPoint point) {
    return point.round();
  }

  @Override
  public Spread y(ComparedPoint point) {
    return point.convergence().get(measure);
  }

  @Override
  public Scale xScale(Collection<List<ComparedPoint>> curves) {
    return PlotRange.logarithmic(present(curves).mapToDouble(this::x).toArray());
  }

  /** Shows all means; of a band that reaches down to zero, or nearly, only the upper part. */
  @Override
  public Scale yScale(Collection<List<ComparedPoint>> curves) {
    return PlotRange.logarithmic(
        present(curves)
            .map(this::y)
            .flatMapToDouble(
                y -> DoubleStream.of(Math.max(y.low(), y.mean() / 2), y.mean(), y.high()))
            .toArray());
  }

  @Override
  public String xText(double value) {
    return ReadableNumbers.count(Math.round(value));
  }

  @Override
  public String yText(double value) {
    BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros();
    if (value >= 0.0099 && value < 9999) {
      return rounded.toPlainString();
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  @Override
  public List<String> title(ComparedPoint point) {
    return List.of(
        measure.text() + " " + SpreadFormat.figure(y(point)), "round " + xText(point.round()));
  }

  @Override
  public Comparator<ComparedExperiment> bestFirst() {
    return Comparator.comparingDouble(line -> Convergence.of(measure, line).last().mean());
  }

  @Override
  public boolean costs() {
    return false;
  }

  private boolean has(ComparedPoint point) {
    return point.round() > 0 && Double.isFinite(y(point).mean()) && y(point).mean() > 0;
  }

  private Stream<ComparedPoint> present(Collection<List<ComparedPoint>> curves) {
    return curves.stream().flatMap(List::stream).filter(this::has);
  }
}
