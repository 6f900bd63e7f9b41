package org.limbeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

  @Test
  void hasAsManyFeaturesAsItsSidesMultiplied() {
    assertThat(new Shape(8, 7, 3).features()).isEqualTo(168);
    assertThat(new Shape(1, 1, 1).features()).isEqualTo(1);
  }

  @Test
  void isWrittenAsHeightWidthChannels() {
    assertThat(new Shape(8, 7, 3)).hasToString("8x7x3");
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "1,0,1", "1,1,0", "-2,3,3"})
  void refusesSidesBelowOne(int height, int width, int channels) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Shape(height, width, channels))
        .withMessage(
            "a shape has sides of 1 or more, not " + height + "x" + width + "x" + channels);
  }

  @Test
  void doesNotHideThatItHasMoreFeaturesThanAnIntHolds() {
    assertThatThrownBy(() -> new Shape(65536, 65536, 1).features())
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Shape(65536, 32767, 3).features())
        .isInstanceOf(ArithmeticException.class);
  }
}
