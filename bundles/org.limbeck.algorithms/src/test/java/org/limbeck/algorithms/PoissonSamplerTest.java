package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonSamplerTest {
  private static final int ROWS = 200;
  private static final int DRAWS = 20_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.005, 0.1, 0.5, 0.97})
  void everyRowIsDrawnAtTheRateAndIndependently(double rate) {
    PoissonSampler sampler = new PoissonSampler(ROWS, rate);
    RandomGenerator random = new SplittableRandom(1);
    int[] drawn = new int[ROWS];
    int[] into = new int[sampler.capacity()];
    double size = 0;
    double squaredSize = 0;
    int firstTwo = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      int count = sampler.draw(random, into);
      assertThat(count == 0 ? 0 : into[count - 1]).isLessThan(ROWS);
      for (int i = 0; i < count; i++) {
        assertThat(i == 0 || into[i - 1] < into[i]).isTrue();
        drawn[into[i]]++;
      }
      firstTwo += count > 1 && into[0] == 0 && into[1] == 1 ? 1 : 0;
      size += (double) count / DRAWS;
      squaredSize += (double) count * count / DRAWS;
    }
    double deviation = Math.sqrt(rate * (1 - rate) / DRAWS);
    assertThat(drawn)
        .satisfies(
            counts ->
                Arrays.stream(counts)
                    .forEach(
                        c ->
                            assertThat((double) c / DRAWS)
                                .isCloseTo(rate, within(4.5 * deviation))));
    assertThat(size).isCloseTo(ROWS * rate, within(4 * deviation * Math.sqrt(ROWS)));
    double variance = ROWS * rate * (1 - rate);
    assertThat(squaredSize - size * size).isCloseTo(variance, within(0.06 * variance));
    double both = rate * rate;
    assertThat((double) firstTwo / DRAWS)
        .isCloseTo(both, within(4.5 * Math.sqrt(both * (1 - both) / DRAWS)));
  }

  @Test
  void aRateOfOneDrawsAllRowsAndOfZeroNone() {
    int[] into = new int[5];
    PoissonSampler all = new PoissonSampler(5, 1);
    assertThat(all.draw(new SplittableRandom(1), into)).isEqualTo(5);
    assertThat(into).containsExactly(0, 1, 2, 3, 4);
    assertThat(new PoissonSampler(5, 0).draw(new SplittableRandom(1), into)).isZero();
    assertThat(new PoissonSampler(0, 0).draw(new SplittableRandom(1), into)).isZero();
  }

  @Test
  void roomIsForFarMoreRowsThanExpected() {
    assertThat(new PoissonSampler(60_000, 256.0 / 60_000).capacity()).isEqualTo(456);
    assertThat(new PoissonSampler(100, 0.9).capacity()).isEqualTo(100);
  }

  /** A stream of nothing but ones is as unlikely as too large a sample: each gap is 0. */
  @Test
  void aSampleThatDoesNotFitIsRefusedAndNotCutShort() {
    PoissonSampler sampler = new PoissonSampler(1000, 0.01);
    assertThatIllegalStateException()
        .isThrownBy(() -> sampler.draw(() -> -1, new int[sampler.capacity()]))
        .withMessage("a Poisson sample has more than 82 of 1000 rows");
  }
}
