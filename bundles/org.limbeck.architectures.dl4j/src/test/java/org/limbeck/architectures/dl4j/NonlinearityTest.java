package org.limbeck.architectures.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NonlinearityTest {

  @Test
  void approximatesTanhToFloatPrecision() {
    for (float x = -20; x <= 20; x += 1f / 512) {
      float[] value = {x};
      Nonlinearity.TANH.apply(value, 1);
      assertThat((double) value[0]).as("tanh %s", x).isCloseTo(Math.tanh(x), within(5e-7));
      assertThat(Math.abs(value[0])).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void keepsWhatIsNoNumber() {
    for (Nonlinearity nonlinearity : Nonlinearity.values()) {
      float[] value = {Float.NaN};
      nonlinearity.apply(value, 1);
      assertThat(value).containsExactly(Float.NaN);
    }
  }

  @Test
  void multipliesByTheDerivative() {
    float[] tanh = {0.5f, 9};
    float[] errors = {4, 9};
    Nonlinearity.TANH.chain(tanh, errors, 1);
    assertThat(errors).containsExactly(3, 9);
    errors = new float[] {4, 4, 9};
    Nonlinearity.RELU.chain(new float[] {2, 0, 2}, errors, 2);
    assertThat(errors).containsExactly(4, 0, 9);
  }
}
