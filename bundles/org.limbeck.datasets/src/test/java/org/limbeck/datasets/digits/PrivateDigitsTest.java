package org.limbeck.datasets.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.api.Shape;

class PrivateDigitsTest {
  private final PrivateDigits digits = new PrivateDigits();

  @Test
  void areImagesOfTenDigits() {
    assertThat(digits.shape()).isEqualTo(new Shape(8, 8, 1));
    assertThat(digits.classes()).isEqualTo(10);
  }

  @Test
  void useTheWholeRangeFromZeroToOne() {
    float[] row = new float[64];
    float darkest = 1;
    float brightest = 0;
    for (int i = 0; i < digits.training().rows(); i++) {
      digits.training().read(i, row, 0);
      for (float feature : row) {
        darkest = Math.min(darkest, feature);
        brightest = Math.max(brightest, feature);
      }
    }
    assertThat(darkest).isZero();
    assertThat(brightest).isEqualTo(1);
  }

  @Test
  void normalizeDividesPixelsBySixteen() {
    float[] row = {0, 1, 8, 12.5f, 16};
    digits.normalize(row);
    assertThat(row).containsExactly(0, 0.0625f, 0.5f, 0.78125f, 1);
  }

  @ParameterizedTest
  @ValueSource(
      floats = {-1, 16.5f, 255, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void normalizeSaysWhichPixelIsOutOfRange(float pixel) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> digits.normalize(new float[] {0, 16, pixel, 3}))
        .withMessage("pixel 3 is " + pixel + ": pixels of digits go from 0 to 16");
  }
}
