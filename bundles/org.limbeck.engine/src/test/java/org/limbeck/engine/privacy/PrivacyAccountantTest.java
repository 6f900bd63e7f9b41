package org.limbeck.engine.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.algorithm.Privacy;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.event.PrivacyGuarantee;

/** Against values that others have published. */
class PrivacyAccountantTest {

  /** Google's dp_accounting, rdp_privacy_accountant_test.py: 50 steps, q = 0.01, σ = 2.5. */
  @ParameterizedTest
  @CsvSource({"5, 2.18075656e-03", "50, 2.38460375e-02", "100, 1.67416308e+02"})
  void divergencesAreThoseOfDpAccounting(int order, double published) {
    assertThat(50 * new SampledGaussian(0.01, 2.5).divergence(order) / published)
        .isCloseTo(1, within(1e-4));
  }

  /**
   * The example of section 3.1 of Abadi and others (q = 0.01, σ = 4, 10,000 steps, δ = 1e-5: ε of
   * about 1.26), the default of TensorFlow Privacy's MNIST tutorial (60,000 rows, batches of 256, σ
   * = 1.12, 60 epochs: 2.92), and another line of its table (σ = 1.2, 10 epochs: 1.20). These used
   * the older conversion of I. Mironov (CSF 2017, proposition 3), ε + ln(1/δ) / (α − 1).
   */
  @ParameterizedTest
  @CsvSource({
    "0.01,                4,    10000, 1.258575, 1e-6",
    "0.00426666666666667, 1.12, 14062, 2.92,     0.005",
    "0.00426666666666667, 1.2,  2343,  1.20,     0.005"
  })
  void momentsAreThoseOfTheOriginalAccountant(
      double rate, double noise, long steps, double published, double rounding) {
    SampledGaussian step = new SampledGaussian(rate, noise);
    double least = Double.POSITIVE_INFINITY;
    for (int order = 2; order <= 64; order++) {
      least = Math.min(least, steps * step.divergence(order) + Math.log(1e5) / (order - 1));
    }
    assertThat(least).isCloseTo(published, within(rounding));
  }

  /**
   * Opacus, accountants_test.py: 7.32911117143 with orders in tenths; whole orders give the same
   * but for 0.0008, on the safe side.
   */
  @Test
  void theGuaranteeIsThatOfOpacus() {
    assertThat(epsilon(0.04, 1.5, 2250, 1e-5)).isBetween(7.32911117143, 7.3300);
  }

  /**
   * Opacus, accountants_test.py: the noise for ε = 8 in 90 epochs, found to 0.01 of ε; whole orders
   * cost 0.04.
   */
  @Test
  void theNoiseForAGuaranteeIsThatOfOpacus() {
    assertThat(epsilon(0.04, 1.416, 2250, 1e-5)).isBetween(8.0, 8.05);
  }

  /** dp_accounting, test_compute_epsilon_delta_gaussian: σ = 4.530877117 is (1, 1e-6). */
  @Test
  void aStepOnAllRowsIsThePlainGaussianMechanism() {
    assertThat(new SampledGaussian(1, 2).divergence(6)).isEqualTo(6 / 8.0);
    assertThat(epsilon(1, 4.530877117, 1, 1e-6)).isCloseTo(1, within(1e-3));
  }

  @Test
  void nothingIsSpentWithoutAStep() {
    assertThat(epsilon(0.1, 1, 0, 1e-5)).isZero();
    assertThat(epsilon(0, 1, 100, 1e-5)).isZero();
  }

  @Test
  void stepsOfSeveralKindsAddUp() {
    PrivacyAccountant parts = new PrivacyAccountant(new Privacy(1, 1.5f, 1e-5));
    parts.add(1000, 0.04);
    parts.add(1250, 0.04);
    assertThat(parts.guarantee().epsilon()).isCloseTo(epsilon(0.04, 1.5, 2250, 1e-5), within(1e-9));
    double before = parts.guarantee().epsilon();
    parts.add(100, 0.01);
    assertThat(parts.guarantee().epsilon()).isGreaterThan(before);
  }

  /** Those of fewer rows, of more, and of others' noise. */
  @Test
  void goesOnCountingWhereItWasSaved() throws IOException {
    PrivacyAccountant first = new PrivacyAccountant(new Privacy(1, 1.5f, 1e-5));
    first.add(40, 0.04);
    first.add(60, 0.02);
    PrivacyGuarantee before = first.guarantee();

    PrivacyAccountant same = restored(first, 1.5f);
    assertThat(same.guarantee()).isEqualTo(before);
    first.add(60, 0.02);
    same.add(60, 0.02);
    assertThat(same.guarantee()).as("bit for bit").isEqualTo(first.guarantee());

    PrivacyAccountant noisier = restored(first, 15);
    assertThat(noisier.guarantee())
        .as("what has been is not forgotten")
        .isEqualTo(first.guarantee());
    noisier.add(60, 0.02);
    assertThat(noisier.guarantee().epsilon())
        .isBetween(first.guarantee().epsilon(), first.after(60, 0.02).guarantee().epsilon());
  }

  @Test
  void saysWhatMoreStepsWouldCost() {
    PrivacyAccountant accountant = new PrivacyAccountant(new Privacy(1, 1.5f, 1e-5));
    accountant.add(1000, 0.04);
    double before = accountant.guarantee().epsilon();
    assertThat(accountant.after(1250, 0.04).guarantee().epsilon())
        .isEqualTo(epsilon(0.04, 1.5, 2250, 1e-5));
    assertThat(accountant.guarantee().epsilon()).isEqualTo(before);
  }

  private static PrivacyAccountant restored(PrivacyAccountant saved, float noise)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    saved.save(new DataOutputStream(bytes));
    PrivacyAccountant restored = new PrivacyAccountant(new Privacy(1, noise, 1e-5));
    restored.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return restored;
  }

  @Test
  void aDeviceTakesItsRowsAtTheRateOfItsBatch() {
    Training training = new Training(5, 80, Optional.of(new Privacy(1, 1.5f, 1e-5)));
    assertThat(PrivacyAccountant.after(450, training, 2000))
        .isEqualTo(new PrivacyGuarantee(epsilon(0.04, 1.5, 2250, 1e-5), 1e-5));
    assertThat(PrivacyAccountant.after(450, training, 4000).epsilon())
        .isLessThan(PrivacyAccountant.after(450, training, 2000).epsilon());
    assertThat(PrivacyAccountant.after(450, training, 50).epsilon())
        .isEqualTo(epsilon(1, 1.5, 2250, 1e-5));
    assertThat(PrivacyAccountant.after(450, training, 0).epsilon()).isZero();
    assertThat(PrivacyAccountant.after(9, new Training(5, 80), 50).exists()).isFalse();
  }

  private static double epsilon(double rate, double noise, long steps, double delta) {
    PrivacyAccountant accountant = new PrivacyAccountant(new Privacy(1, (float) noise, delta));
    accountant.add(steps, rate);
    return accountant.guarantee().epsilon();
  }
}
