package org.limbeck.engine.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.limbeck.api.algorithm.Privacy;

class PrivacyAccountantPropertyTest {
  private static final double ROUNDING = 1 + 1e-9;

  @Property(tries = 100)
  void moreStepsMoreRowsAStepAndLessNoiseRevealMore(
      @ForAll @Scale(6) @DoubleRange(min = 0.0001, max = 0.9) double rate,
      @ForAll @Scale(6) @DoubleRange(min = 0.3, max = 20) double noise,
      @ForAll @IntRange(min = 1, max = 10_000) int steps,
      @ForAll @Scale(6) @DoubleRange(min = 1.01, max = 3) double factor) {
    double epsilon = epsilon(rate, noise, steps);
    assertThat(epsilon(Math.min(1, factor * rate), noise, steps) * ROUNDING)
        .isGreaterThanOrEqualTo(epsilon);
    assertThat(epsilon(rate, noise / factor, steps) * ROUNDING).isGreaterThanOrEqualTo(epsilon);
    assertThat(epsilon(rate, noise, (long) Math.ceil(factor * steps)) * ROUNDING)
        .isGreaterThanOrEqualTo(epsilon);
  }

  /** Sampling never reveals more than taking all rows, and hides them as the rate goes to 0. */
  @Property(tries = 100)
  void samplingAmplifies(
      @ForAll @Scale(6) @DoubleRange(min = 0.0001, max = 0.9999) double rate,
      @ForAll @Scale(6) @DoubleRange(min = 0.5, max = 20) double noise,
      @ForAll @IntRange(min = 2, max = 256) int order) {
    double all = new SampledGaussian(1, noise).divergence(order);
    double some = new SampledGaussian(rate, noise).divergence(order);
    assertThat(some).isBetween(0.0, all * ROUNDING + 1e-12);
    assertThat(new SampledGaussian(1 - 1e-12, noise).divergence(order))
        .isBetween(all * 0.9999, all * 1.0001);
  }

  /** With few rows a step, order 2 is ln(1 + q² (e^(1/σ²) − 1)). */
  @Property(tries = 100)
  void theSecondOrderIsTheClosedForm(
      @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.999) double rate,
      @ForAll @Scale(6) @DoubleRange(min = 0.3, max = 10) double noise) {
    double expected = Math.log1p(rate * rate * Math.expm1(1 / (noise * noise)));
    assertThat(new SampledGaussian(rate, noise).divergence(2))
        .isBetween(expected * (1 - 1e-6) - 1e-13, expected * (1 + 1e-6) + 1e-13);
  }

  private static double epsilon(double rate, double noise, long steps) {
    PrivacyAccountant accountant = new PrivacyAccountant(new Privacy(1, (float) noise, 1e-5));
    accountant.add(steps, rate);
    return accountant.guarantee().epsilon();
  }
}
