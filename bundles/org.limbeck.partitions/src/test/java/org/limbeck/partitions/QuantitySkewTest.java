package org.limbeck.partitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitySkewTest {
  private static final int NO_CAP = Integer.MAX_VALUE;
  private static final LabelledSplit SPLITS = new LabelledSplit(60, 10);

  @Test
  void dividesAllRows() {
    assertThat(LabelledSplit.all(SPLITS.split(new QuantitySkew(0.5, 1, NO_CAP), 8, 1)))
        .isEqualTo(IntStream.range(0, 600).toArray());
  }

  @Test
  void keepsToTheFewestAndTheMostRows() {
    for (int seed = 0; seed < 30; seed++) {
      int[] sizes = LabelledSplit.sizes(SPLITS.split(new QuantitySkew(0.5, 20, 100), 8, seed));
      assertThat(Arrays.stream(sizes)).allSatisfy(size -> assertThat(size).isBetween(20, 100));
      assertThat(sizes).contains(100);
    }
  }

  /** Of a symmetric Dirichlet(α) distribution over N devices, E Σ p² = (α + 1) / (Nα + 1). */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 100})
  void sizesAreDistributedAsTheySay(double alpha) {
    LabelledSplit splits = new LabelledSplit(2_000, 10);
    double sum = 0;
    for (int seed = 0; seed < 500; seed++) {
      for (int size :
          LabelledSplit.sizes(splits.split(new QuantitySkew(alpha, 1, NO_CAP), 4, seed))) {
        sum += Math.pow(size / 20_000.0, 2);
      }
    }
    assertThat(sum / 500).isCloseTo((alpha + 1) / (4 * alpha + 1), within(0.02));
  }

  @Test
  void allDevicesSeeTheSameMixture() {
    LabelledSplit splits = new LabelledSplit(1_000, 4);
    for (int[] rows : splits.split(new QuantitySkew(0.5, 200, NO_CAP), 6, 1)) {
      for (int count : splits.perClass(rows)) {
        assertThat((double) count / rows.length).isCloseTo(0.25, within(0.1));
      }
    }
  }

  @Test
  void oneDeviceGetsAllRows() {
    assertThat(LabelledSplit.sizes(SPLITS.split(new QuantitySkew(0.5, 10, NO_CAP), 1, 1)))
        .containsExactly(600);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuantitySkew(0.5, 11, 10))
        .withMessage("minRows is 11, more than maxRows, which is 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SPLITS.split(new QuantitySkew(0.5, 100, NO_CAP), 7, 1))
        .withMessageStartingWith("7 devices with 100 rows or more each need 700 private rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SPLITS.split(new QuantitySkew(0.001, 10, NO_CAP), 8, 1))
        .withMessage(
            "in 10000 draws there was always a device with fewer than 10 rows: use fewer than 8"
                + " devices, a larger alpha than 0.001, or a smaller minRows");
  }
}
