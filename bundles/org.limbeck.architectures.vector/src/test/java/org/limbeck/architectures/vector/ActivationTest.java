package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationTest {

  @Test
  void areCalledByTheirNames() {
    assertThat(Activation.named("tanh")).isEqualTo(Activation.TANH);
    assertThat(Activation.named("relu")).isEqualTo(Activation.RELU);
  }

  @Test
  void tanhIsTheHyperbolicTangent() {
    for (float x = -10; x <= 10; x += 0.001f) {
      assertThat((double) Activation.TANH.of(x))
          .as("tanh %s", x)
          .isCloseTo(Math.tanh(x), within(3e-7));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1e30, -1", "-50, -1", "0, 0", "50, 1", "1e30, 1"})
  void tanhEndsAtOne(float x, float tanh) {
    assertThat(Activation.TANH.of(x)).isEqualTo(tanh);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0.5, 0.75", "-1, 0"})
  void tanhHasOneMinusItsSquareForDerivative(float tanh, float derivative) {
    assertThat(Activation.TANH.derivative(tanh)).isEqualTo(derivative);
  }

  @ParameterizedTest
  @CsvSource({"-3, 0", "-0.0, 0", "0, 0", "0.5, 0.5", "7, 7"})
  void reluHoldsValuesAboveZero(float x, float relu) {
    assertThat(Activation.RELU.of(x)).isEqualTo(relu);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.1, 1", "5, 1"})
  void reluPassesTheGradientOnWhereItLetTheValueThrough(float relu, float derivative) {
    assertThat(Activation.RELU.derivative(relu)).isEqualTo(derivative);
  }
}
