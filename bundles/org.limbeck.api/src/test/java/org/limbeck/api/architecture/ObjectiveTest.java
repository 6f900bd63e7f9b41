package org.limbeck.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.api.Block;

class ObjectiveTest {
  private static final Offset<Float> EXACT = within(1e-6f);

  @Test
  void aPrivateRowPullsTowardsItsLabel() {
    Lesson lesson = lesson(new int[] {0}, DistillationLoss.SQUARED, 3);
    float[] gradient = new float[2];
    Losses losses = new Losses();
    Objective.logitGradient(lesson, new float[] {0.25f, 0.75f}, gradient, losses);
    assertThat(gradient).containsExactly(new float[] {-0.75f, 0.75f}, EXACT);
    assertThat(losses.local()).isCloseTo(Math.log(4), within(1e-7));
    assertThat(losses.distillation()).isZero();
  }

  @Test
  void aReferenceRowPullsTowardsItsTargetBySquaredDistance() {
    Lesson lesson = lesson(new int[0], DistillationLoss.SQUARED, 3, 0.5f, 0.5f);
    float[] gradient = new float[2];
    Losses losses = new Losses();
    Objective.logitGradient(lesson, new float[] {0.25f, 0.75f}, gradient, losses);
    assertThat(gradient).containsExactly(new float[] {-0.5625f, 0.5625f}, EXACT);
    assertThat(losses.distillation()).isCloseTo(0.125, within(1e-7));
    assertThat(losses.local()).isZero();
  }

  @Test
  void aReferenceRowPullsTowardsItsTargetByCrossEntropy() {
    Lesson lesson = lesson(new int[0], DistillationLoss.CROSS_ENTROPY, 3, 0.5f, 0.5f);
    float[] gradient = new float[2];
    Losses losses = new Losses();
    Objective.logitGradient(lesson, new float[] {0.25f, 0.75f}, gradient, losses);
    assertThat(gradient).containsExactly(new float[] {-0.75f, 0.75f}, EXACT);
    assertThat(losses.distillation())
        .isCloseTo(-0.5 * Math.log(0.25) - 0.5 * Math.log(0.75), within(1e-7));
  }

  @ParameterizedTest
  @EnumSource
  void noRowsGiveNoGradientAndNoLoss(DistillationLoss loss) {
    Losses losses = new Losses();
    float[] gradient = {7, 7};
    Objective.logitGradient(lesson(new int[0], loss, 3), new float[2], gradient, losses);
    assertThat(gradient).containsOnly(7);
    assertThat(losses.local()).isZero();
    assertThat(losses.distillation()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void countsOnlyTheRowsThatAreSet(DistillationLoss loss) {
    PreciseObjective precise = new PreciseObjective(loss, 2, 3, 4, 2, 1);
    Lesson exact = precise.lesson();
    Block targets = new Block(9, 4);
    Arrays.fill(targets.values(), Float.NaN);
    targets.selectLike(exact.targets());
    System.arraycopy(exact.targets().values(), 0, targets.values(), 0, 12);
    Block inputs = new Block(5, 1);
    inputs.rows(2);
    int[] labels = {exact.labels()[0], exact.labels()[1], 99, 99, 99};
    Lesson roomy =
        new Lesson(inputs, labels, exact.referenceInputs(), targets, loss, exact.regularization());
    float[] expected = new float[20];
    float[] gradient = new float[24];
    Arrays.fill(gradient, 7);
    Losses expectedLosses = new Losses();
    Losses losses = new Losses();

    Objective.logitGradient(exact, precise.decisions(), expected, expectedLosses);
    Objective.logitGradient(roomy, Arrays.copyOf(precise.decisions(), 24), gradient, losses);

    assertThat(gradient).startsWith(expected).endsWith(7, 7, 7, 7);
    assertThat(losses).usingRecursiveComparison().isEqualTo(expectedLosses);
  }

  @Test
  void theLossOfAHopelessRowIsFiniteAndItsGradientPoints() {
    Lesson lesson = lesson(new int[] {0}, DistillationLoss.CROSS_ENTROPY, 1, 1, 0);
    float[] gradient = new float[4];
    Losses losses = new Losses();
    Objective.logitGradient(lesson, new float[] {0, 1, 0, 1}, gradient, losses);
    double floor = -Math.log(Float.MIN_NORMAL);
    assertThat(losses.local()).isCloseTo(floor, within(1e-9));
    assertThat(losses.distillation()).isCloseTo(floor, within(1e-9));
    assertThat(gradient).containsExactly(-1, 1, -1, 1);
  }

  @Test
  void theLogarithmIsExactDownToTheSmallestNormalFloat() {
    assertThat(Objective.log(1)).isZero();
    assertThat(Objective.log(Float.MIN_NORMAL)).isEqualTo(StrictMath.log(Float.MIN_NORMAL));
    assertThat(Objective.log(Float.MIN_VALUE)).isEqualTo(StrictMath.log(Float.MIN_NORMAL));
    assertThat(Objective.log(0)).isEqualTo(StrictMath.log(Float.MIN_NORMAL));
  }

  /** Makes a lesson of two classes. */
  private static Lesson lesson(
      int[] labels, DistillationLoss loss, float rho, float... targetValues) {
    Block inputs = new Block(labels.length, 1);
    inputs.rows(labels.length);
    Block targets = new Block(targetValues.length / 2, 2);
    targets.rows(targetValues.length / 2);
    System.arraycopy(targetValues, 0, targets.values(), 0, targetValues.length);
    Block reference = new Block(targets.rows(), 1);
    reference.rows(targets.rows());
    return new Lesson(inputs, labels, reference, targets, loss, rho);
  }
}
