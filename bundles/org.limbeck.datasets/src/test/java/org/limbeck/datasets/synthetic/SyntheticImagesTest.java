package org.limbeck.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.limbeck.api.Shape;
import org.limbeck.datasets.synthetic.SyntheticImages.Use;

class SyntheticImagesTest {
  private static final Shape SHAPE = new Shape(8, 8, 1);

  @Test
  void imagesOfAClassAreMoreAlikeThanOthers() {
    SyntheticImages training = new SyntheticImages(SHAPE, 4, 40, 7, Use.TRAINING);
    SyntheticImages reference = new SyntheticImages(SHAPE, 4, 40, 7, Use.REFERENCE);
    for (int row = 0; row < 4; row++) {
      for (int other = 0; other < 40; other++) {
        if (other % 4 != row) {
          assertThat(distance(training, row, reference, other))
              .isGreaterThan(distance(training, row, reference, row + 4));
        }
      }
    }
  }

  @Test
  void everyUseHasRowsOfItsOwn() {
    SyntheticImages training = new SyntheticImages(SHAPE, 4, 40, 7, Use.TRAINING);
    SyntheticImages test = new SyntheticImages(SHAPE, 4, 40, 7, Use.TEST);
    assertThat(distance(training, 0, test, 0)).isPositive();
  }

  @Test
  void refusesMoreThanAnArrayHolds() {
    Shape large = new Shape(1024, 1024, 1);
    assertThatThrownBy(() -> new SyntheticImages(large, 4, 3000, 7, Use.TEST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rows: 3000 images");
  }

  private static double distance(SyntheticImages a, int row, SyntheticImages b, int other) {
    float[] x = new float[SHAPE.features()];
    float[] y = new float[SHAPE.features()];
    a.read(row, x, 0);
    b.read(other, y, 0);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return sum;
  }
}
