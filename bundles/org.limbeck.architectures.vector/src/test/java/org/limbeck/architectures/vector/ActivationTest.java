package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ActivationTest {

  @Test
  void areCalledByTheirNames() {
    assertThat(Activation.named("tanh")).isEqualTo(Activation.TANH);
    assertThat(Activation.named("relu")).isEqualTo(Activation.RELU);
  }

  @Test
  void tanhIsTheHyperbolicTangent() {
    for (float x = -10; x <= 10; x += 0.001f) {
      float[] values = {x};
      Activation.TANH.apply(values, 1);
      assertThat((double) values[0]).as("tanh %s", x).isCloseTo(Math.tanh(x), within(3e-7));
    }
  }

  @Test
  void tanhEndsAtOne() {
    float[] values = {-1e30f, -50, 0, 50, 1e30f};
    Activation.TANH.apply(values, 5);
    assertThat(values).containsExactly(-1, -1, 0, 1, 1);
  }

  @Test
  void tanhHasOneMinusItsSquareForDerivative() {
    float[] gradient = {2, 2, 2};
    Activation.TANH.scaleByDerivative(gradient, new float[] {0, 0.5f, -1}, 3);
    assertThat(gradient).containsExactly(2, 1.5f, 0);
  }

  @Test
  void reluHoldsValuesAboveZero() {
    float[] values = {-3, -0f, 0, 0.5f, 7};
    Activation.RELU.apply(values, 5);
    assertThat(values).containsExactly(0, 0, 0, 0.5f, 7);
  }

  @Test
  void reluPassesTheGradientOnWhereItLetTheValueThrough() {
    float[] gradient = {2, -3, 4};
    Activation.RELU.scaleByDerivative(gradient, new float[] {0, 0.1f, 5}, 3);
    assertThat(gradient).containsExactly(0, -3, 4);
  }

  @Test
  void leaveWhatComesAfterTheCountAsItIs() {
    for (Activation activation : Activation.values()) {
      float[] values = {-1, -1, -1};
      activation.apply(values, 2);
      assertThat(values[1]).as("%s of -1", activation).isNotEqualTo(-1);
      assertThat(values[2]).as("after %s of two values", activation).isEqualTo(-1);
      float[] gradient = {1, 1, 1};
      activation.scaleByDerivative(gradient, new float[] {-0.5f, -0.5f, -0.5f}, 2);
      assertThat(gradient[1]).as("through %s", activation).isNotEqualTo(1);
      assertThat(gradient[2]).as("after two values through %s", activation).isEqualTo(1);
    }
  }
}
