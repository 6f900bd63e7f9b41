package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.weighting.DecisionWeights;
import org.limbeck.api.weighting.Weighting;
import org.limbeck.testkit.fixture.CloudReference;
import org.limbeck.testkit.fixture.CloudRows;

/** What every {@link Weighting} promises. */
public abstract class WeightingContract {
  private static final int[] BATCH = {7, 2, 9, 4};
  private static final int[] CLASSES = {2, 3, 10};
  private static final Shape SHAPE = new Shape(1, 1, 10);
  private static final float MOST_OF_A_PROFILE = 64;

  /** Returns the weighting under test; it must make do with two classes. */
  protected abstract Weighting weighting();

  @Test
  void weightsAreFiniteAndNotNegative() {
    for (int classes : CLASSES) {
      for (KnownMean network : KnownMean.all(classes)) {
        for (LabelledRows rows : devices(classes)) {
          for (float value : weigh(open(rows, classes), decisions(classes), network)) {
            assertThat(value).isFinite().isNotNegative();
          }
        }
      }
    }
  }

  @Test
  void claimsNoMoreThanTheMost() {
    float most = weighting().most();
    assertThat(most).isBetween(1f, 64f);
    for (int classes : CLASSES) {
      for (KnownMean network : KnownMean.all(classes)) {
        for (LabelledRows rows : devices(classes)) {
          float[] values = weigh(open(rows, classes), certain(classes), network);
          for (int row = 0; row < classes; row++) {
            assertThat(sum(values, row * classes, classes)).isLessThanOrEqualTo(most * 1.0001);
          }
        }
      }
    }
  }

  @Test
  void uniformWeightsAreOne() {
    Assumptions.assumeTrue(weighting().isUniform(), "weights differ");
    float[] weighted = weigh(open(balanced(3), 3), decisions(3), KnownMean.even(3));
    assertThat(weighted).isEqualTo(decisions(3).values());
  }

  @Test
  void leavesTheRowsTheirIds() {
    Block block = decisions(3);
    open(balanced(3), 3).weigh(block, KnownMean.even(3));
    assertThat(Blocks.ids(block)).containsExactly(BATCH);
  }

  @Test
  void leavesAloneWhatDoesNotCount() {
    Block exact = decisions(3);
    Block roomy = Blocks.roomier(exact);
    open(balanced(3), 3).weigh(exact, KnownMean.even(3));
    open(balanced(3), 3).weigh(roomy, KnownMean.even(3));
    assertThat(Blocks.values(roomy)).isEqualTo(exact.values());
    assertThat(Arrays.copyOfRange(roomy.values(), exact.values().length, roomy.values().length))
        .as("what stands behind the rows")
        .containsOnly(Float.NaN);
  }

  @Test
  void takesABlockWithoutRows() {
    Block none = Blocks.of(new int[0], 3);
    open(balanced(3), 3).weigh(none, KnownMean.even(3));
    assertThat(none.rows()).isZero();
  }

  @Test
  void keepsNothingFromOneBlockToTheNext() {
    DecisionWeights weights = open(balanced(3), 3);
    float[] first = weigh(weights, decisions(3), KnownMean.even(3));
    weigh(weights, certain(3), KnownMean.even(3));
    assertThat(weigh(weights, decisions(3), KnownMean.even(3))).isEqualTo(first);
    assertThat(weigh(open(balanced(3), 3), decisions(3), KnownMean.even(3)))
        .as("opened once more")
        .isEqualTo(first);
  }

  @Test
  void asksNoPrivateRowsIfItSaysSo() {
    Assumptions.assumeFalse(weighting().readsPrivateRows(), "reads private rows");
    assertThat(weighting().tellsProfile()).as("a profile of what?").isFalse();
    float[] one = weigh(open(new OneClass(0, 5), 3), decisions(3), KnownMean.even(3));
    assertThat(weigh(open(new OneClass(2, 9), 3), decisions(3), KnownMean.even(3))).isEqualTo(one);
  }

  @Test
  void tellsTheSameProfileAlways() {
    Assumptions.assumeTrue(weighting().tellsProfile(), "tells no profile");
    for (LabelledRows rows : devices(3)) {
      float[] first = profile(open(rows, 3));
      for (float value : first) {
        assertThat(value).isBetween(-MOST_OF_A_PROFILE, MOST_OF_A_PROFILE);
      }
      DecisionWeights weights = open(rows, 3);
      weigh(weights, decisions(3), KnownMean.even(3));
      assertThat(profile(weights)).isEqualTo(first);
    }
  }

  @Test
  void targetsAreOnTheSimplex() {
    DecisionWeights weights = open(balanced(3), 3);
    for (float[] mean : new float[][] {{1, 2, 5}, {0, 0, 0}, {-1, -2, -3}, {64, -64, 0}}) {
      float[] target = {-9, mean[0], mean[1], mean[2], -9};
      weights.normalise(target, 1, 3);
      assertThat(sum(target, 1, 3)).isCloseTo(1, within(1e-5));
      for (int k = 1; k <= 3; k++) {
        assertThat(target[k]).isBetween(0f, 1f);
      }
      assertThat(target[0]).as("what stands before").isEqualTo(-9);
      assertThat(target[4]).as("what stands behind").isEqualTo(-9);
    }
  }

  @Test
  void isSafeForSeveralThreads() throws Exception {
    Weighting weighting = weighting();
    float[] alone = weigh(open(balanced(10), 10), decisions(10), KnownMean.even(10));
    for (float[] values :
        ConcurrentTasks.run(
            4, i -> () -> weigh(open(weighting, 10), decisions(10), KnownMean.even(10)))) {
      assertThat(values).isEqualTo(alone);
    }
  }

  private DecisionWeights open(LabelledRows rows, int classes) {
    return weighting().open(rows, new CloudReference(SHAPE, classes, 12), classes);
  }

  private static DecisionWeights open(Weighting weighting, int classes) {
    return weighting.open(balanced(classes), new CloudReference(SHAPE, classes, 12), classes);
  }

  private static LabelledRows[] devices(int classes) {
    return new LabelledRows[] {balanced(classes), new OneClass(1, 5), new OneClass(0, 0)};
  }

  private static LabelledRows balanced(int classes) {
    return new CloudRows(SHAPE, classes, 30, 1);
  }

  private static Block decisions(int classes) {
    return Blocks.decisions(BATCH, classes, new SplittableRandom(classes));
  }

  private static Block certain(int classes) {
    Block block = Blocks.of(Blocks.range(0, classes), classes);
    for (int row = 0; row < classes; row++) {
      block.values()[row * classes + row] = 1;
    }
    return block;
  }

  private static float[] weigh(DecisionWeights weights, Block decisions, KnownMean network) {
    weights.weigh(decisions, network);
    return Blocks.values(decisions);
  }

  private static float[] profile(DecisionWeights weights) {
    float[] profile = new float[3];
    weights.profile(profile);
    return profile;
  }

  private static double sum(float[] values, int offset, int count) {
    double sum = 0;
    for (int i = offset; i < offset + count; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** Private rows that are all of one class; perhaps none. */
  private record OneClass(int label, int rows) implements LabelledRows {
    @Override
    public int label(int row) {
      return label;
    }

    @Override
    public void read(int row, float[] into, int offset) {
      Arrays.fill(into, offset, offset + SHAPE.features(), 0.5f);
    }
  }
}
