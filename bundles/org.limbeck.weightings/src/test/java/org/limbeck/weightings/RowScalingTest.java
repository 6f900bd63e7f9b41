package org.limbeck.weightings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowScalingTest {
  @Test
  void featuresHaveMeanZeroAndAVarianceOfOneTogether() {
    float[][] first = {{1, 10}, {3, 30}};
    float[][] second = {{5, 30}, {7, 10}};
    RowScaling scaling = RowScaling.of(first, second);
    double squares = 0;
    double sum = 0;
    for (float[] row : new float[][] {first[0], first[1], second[0], second[1]}) {
      scaling.apply(row);
      sum += row[0] + row[1];
      squares += row[0] * row[0] + row[1] * row[1];
    }
    assertThat(sum).isCloseTo(0, within(1e-6));
    assertThat(squares / 4).isCloseTo(1, within(1e-6));
  }

  @Test
  void whatIsTheSameInAllRowsBecomesZero() {
    float[][] rows = {{0.1f, 1}, {0.1f, 2}, {0.1f, 3}};
    RowScaling scaling = RowScaling.of(rows);
    float[] row = {5, 2};
    scaling.apply(row);
    assertThat(row).containsExactly(0, 0);
  }
}
