package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Binary16Test {

  @Test
  void givesBackAllOfThem() {
    for (int half = 0; half < 1 << 16; half++) {
      if (Binary16.isFinite(half)) {
        assertThat(Binary16.of(Binary16.value(half))).isEqualTo(half);
      }
    }
  }

  @Test
  void hasTheValuesOfTheStandard() {
    for (int half = 0; half < 1 << 16; half++) {
      int exponent = (half >> 10) & 31;
      int fraction = half & 1023;
      assertThat(Binary16.isFinite(half)).isEqualTo(exponent < 31);
      if (exponent < 31) {
        double magnitude =
            exponent == 0
                ? fraction * Math.pow(2, -24)
                : (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
        assertThat((double) Binary16.value(half))
            .isEqualTo(half < 1 << 15 ? magnitude : -magnitude);
      }
    }
  }

  @Test
  void roundsToTheNearestAndToTheEvenOneOfTwo() {
    for (int half = 0; half < Binary16.MAX; half++) {
      float low = Binary16.value(half);
      float high = Binary16.value(half + 1);
      float middle = low + (high - low) / 2;
      assertThat(Binary16.of(Math.nextDown(middle))).isEqualTo(half);
      assertThat(Binary16.of(middle)).isEqualTo(half + (half & 1));
      assertThat(Binary16.of(Math.nextUp(middle))).isEqualTo(half + 1);
      assertThat(Binary16.of(-middle)).isEqualTo((1 << 15) + half + (half & 1));
    }
  }

  @ParameterizedTest
  @CsvSource({"65504, 65504", "65519.99, 65504", "65520, 65504", "1e20, 65504", "-3.4e38, -65504"})
  void cutsLargeValuesOff(float value, float half) {
    assertThat(Binary16.value(Binary16.of(value))).isEqualTo(half);
  }
}
