package org.limbeck.partitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirichletTest {
  private static final int NO_CAP = Integer.MAX_VALUE;
  private static final LabelledSplit SPLITS = new LabelledSplit(60, 10);

  @Test
  void dividesAllRows() {
    assertThat(LabelledSplit.all(SPLITS.split(new Dirichlet(0.5, 1, NO_CAP), 8, 1)))
        .isEqualTo(IntStream.range(0, 600).toArray());
  }

  @Test
  void keepsToTheFewestAndTheMostRows() {
    boolean capped = false;
    for (int seed = 0; seed < 30; seed++) {
      int[] sizes = LabelledSplit.sizes(SPLITS.split(new Dirichlet(0.5, 40, 80), 8, seed));
      for (int size : sizes) {
        assertThat(size).as("rows of a device").isBetween(40, 80);
      }
      capped |= Arrays.stream(sizes).anyMatch(size -> size == 80);
    }
    assertThat(capped).as("the cap was ever reached").isTrue();
  }

  @Test
  void drawsAgainUntilEveryDeviceHasTheFewestRows() {
    boolean tooFew = false;
    for (int seed = 0; seed < 30; seed++) {
      int[] free = LabelledSplit.sizes(SPLITS.split(new Dirichlet(0.5, 1, NO_CAP), 8, seed));
      tooFew |= Arrays.stream(free).anyMatch(size -> size < 40);
      int[] atLeast40 = LabelledSplit.sizes(SPLITS.split(new Dirichlet(0.5, 40, NO_CAP), 8, seed));
      assertThat(Arrays.stream(atLeast40).min().orElseThrow()).isGreaterThanOrEqualTo(40);
    }
    assertThat(tooFew).as("a first draw ever gave too few").isTrue();
  }

  @Test
  void aCapChoosesAmongAllClasses() {
    for (int devices : new int[] {1, 2}) {
      for (int[] rows : SPLITS.split(new Dirichlet(1000, 1, 100), devices, 1)) {
        assertThat(rows).hasSize(100);
        for (int count : SPLITS.perClass(rows)) {
          assertThat(count).as("rows of a class among 100").isBetween(2, 20);
        }
      }
    }
  }

  @Test
  void aDeviceGetsAnyOfTheRowsOfAClass() {
    int[] firstDevice = SPLITS.split(new Dirichlet(1000, 1, NO_CAP), 2, 1)[0];
    assertThat(Arrays.stream(firstDevice).filter(row -> row < 60).sorted().toArray())
        .as("rows of class 0")
        .hasSizeBetween(25, 35)
        .isNotEqualTo(IntStream.range(0, firstDevice.length).limit(30).toArray())
        .satisfies(rows -> assertThat(rows[rows.length - 1]).isGreaterThan(45));
  }

  /** Of a symmetric Dirichlet(α) distribution over N devices, E Σ p² = (α + 1) / (Nα + 1). */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1, 100})
  void sharesOfAClassAreDistributedAsTheySay(double alpha) {
    LabelledSplit splits = new LabelledSplit(200, 10);
    double sum = 0;
    for (int seed = 0; seed < 200; seed++) {
      for (int[] rows : splits.split(new Dirichlet(alpha, 1, NO_CAP), 8, seed)) {
        for (int count : splits.perClass(rows)) {
          sum += Math.pow(count / 200.0, 2);
        }
      }
    }
    assertThat(sum / 200 / 10)
        .as("mean of the sum of squared shares of a class")
        .isCloseTo((alpha + 1) / (8 * alpha + 1), within(0.02));
  }

  @Test
  void sharesDifferFromClassToClass() {
    int[] counts = SPLITS.perClass(SPLITS.split(new Dirichlet(0.5, 1, NO_CAP), 4, 1)[0]);
    assertThat(Arrays.stream(counts).distinct().count()).isGreaterThan(4);
  }

  @Test
  void theSmallestAlphaGivesEachClassToOneDevice() {
    LabelledSplit splits = new LabelledSplit(20, 8);
    for (int[] rows : splits.split(new Dirichlet(0.001, 1, NO_CAP), 2, 1)) {
      assertThat(splits.perClass(rows)).containsOnly(0, 20);
    }
  }

  @Test
  void theFewestRowsAreNoMoreThanTheMost() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dirichlet(0.5, 11, 10))
        .withMessage("minRows is 11, more than maxRows, which is 10");
    assertThat(LabelledSplit.sizes(SPLITS.split(new Dirichlet(100, 10, 10), 8, 1)))
        .containsOnly(10);
  }

  @Test
  void refusesMoreDevicesThanRows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LabelledSplit(1, 5).split(new Dirichlet(0.5, 1, NO_CAP), 6, 1))
        .withMessage(
            "there are 5 private rows for 6 devices, and every device needs one: use 5 devices or"
                + " fewer");
  }

  @Test
  void refusesMoreDevicesThanTheFewestRowsAllow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SPLITS.split(new Dirichlet(0.5, 100, NO_CAP), 7, 1))
        .withMessage(
            "7 devices with 100 rows or more each need 700 private rows, and there are 600: use 6"
                + " devices or fewer, or a smaller minRows");
  }

  @Test
  void givesUpWhenNoDrawGivesEveryDeviceEnough() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LabelledSplit(20, 2).split(new Dirichlet(0.001, 10, NO_CAP), 4, 1))
        .withMessage(
            "in 10000 draws there was always a device with fewer than 10 rows: use fewer than 4"
                + " devices, a larger alpha than 0.001, or a smaller minRows");
  }
}
