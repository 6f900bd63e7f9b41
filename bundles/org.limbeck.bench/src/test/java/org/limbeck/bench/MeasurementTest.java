package org.limbeck.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private static final Workload MLP =
      Workload.all().stream().filter(w -> w.name().equals("train-mlp")).findFirst().orElseThrow();

  @Test
  void isTheMedianOfTheWindows() {
    Measurement odd = measure(List.of(30.0, 10.0, 20.0), OptionalDouble.empty());
    assertThat(odd.stepsPerSecond()).isEqualTo(20);
    assertThat(odd.min()).isEqualTo(10);
    assertThat(odd.max()).isEqualTo(30);
    assertThat(odd.shareOfPeak()).isNull();
    assertThat(measure(List.of(4.0, 1.0, 2.0, 9.0), OptionalDouble.empty()).stepsPerSecond())
        .isEqualTo(3);
  }

  @Test
  void sharesThePeakOfAllThreads() {
    Measurement one = measure(List.of(1_000.0), OptionalDouble.of(100));
    assertThat(one.gflops()).isCloseTo(13.1, within(0.1));
    assertThat(one.shareOfPeak()).isCloseTo(0.0655, within(0.001));
  }

  @Test
  void thePeakIsMeasuredWhereThereAreVectors() {
    assertThat(PeakRate.measure()).isPresent();
    assertThat(PeakRate.measure().getAsDouble()).isPositive();
  }

  private static Measurement measure(List<Double> rates, OptionalDouble peak) {
    return Measurement.of(MLP, "vector", 2, rates, peak, null);
  }
}
