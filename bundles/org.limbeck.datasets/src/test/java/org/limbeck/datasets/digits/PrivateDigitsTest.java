package org.limbeck.datasets.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
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
  void preprocessingDividesPixelsBySixteen() {
    List<String> sample = new ArrayList<>(Collections.nCopies(64, "0"));
    sample.set(1, "1");
    sample.set(2, "12.5");
    sample.set(63, "16");
    float[] row = digits.preprocessing().orElseThrow().features(sample);
    assertThat(row).hasSize(64);
    assertThat(new float[] {row[0], row[1], row[2], row[63]})
        .containsExactly(0, 0.0625f, 0.78125f, 1);
    sample.set(2, "16.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> digits.preprocessing().orElseThrow().features(sample))
        .withMessage("value 3: '16.5': pixels go from 0 to 16");
  }
}
