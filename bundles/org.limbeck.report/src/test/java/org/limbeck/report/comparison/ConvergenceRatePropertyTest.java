package org.limbeck.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.limbeck.report.comparison.ConvergenceMeasure.STATIONARITY;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ConvergenceRatePropertyTest {
  private static final double NAN = Double.NaN;

  @Property
  void thatOfAPowerLawIsItsExponentWhateverTheFirstHalf(
      @ForAll @DoubleRange(min = -3, max = 3) double exponent,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double factor,
      @ForAll @DoubleRange(min = 0, max = 1e6) double before,
      @ForAll @IntRange(min = 2, max = 50) int half) {
    List<CurvePoint> curve =
        curve(
            2 * half, r -> r < half ? before * r : factor * Math.pow(r / (double) half, -exponent));
    assertThat(ConvergenceRate.of(STATIONARITY, curve)).isCloseTo(exponent, within(1e-8));
  }

  @Property
  void evaluationsWithoutTheFigureAreLeftOut(
      @ForAll @DoubleRange(min = 0.1, max = 3) double exponent,
      @ForAll @IntRange(min = 11, max = 20) int missing,
      @ForAll @IntRange(min = 11, max = 20) int zero) {
    List<CurvePoint> curve =
        curve(20, r -> r == missing ? NAN : r == zero ? 0 : Math.pow(r, -exponent));
    assertThat(ConvergenceRate.of(STATIONARITY, curve)).isCloseTo(exponent, within(1e-8));
  }

  @Property
  void onePointHasNoRate(@ForAll @IntRange(min = 5, max = 10) int only) {
    assertThat(ConvergenceRate.of(STATIONARITY, curve(10, r -> r == only ? 1 : NAN))).isNaN();
    assertThat(ConvergenceRate.of(STATIONARITY, List.of())).isNaN();
  }

  private static List<CurvePoint> curve(int rounds, IntToDoubleFunction stationarity) {
    return IntStream.rangeClosed(0, rounds)
        .mapToObj(
            r -> new CurvePoint(r, r, r, r, 0.5, 0.5, NAN, NAN, stationarity.applyAsDouble(r)))
        .toList();
  }
}
