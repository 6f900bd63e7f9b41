package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.limbeck.testkit.ModelLab.RHO;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;

/** The part of the {@link ArchitectureContract} about a single training step. */
interface StepTests extends ModelTests {

  @ParameterizedTest
  @EnumSource
  default void aStepLowersTheObjective(DistillationLoss loss) {
    for (int[] sizes : new int[][] {{12, 0}, {0, 12}, {12, 12}, {1, 0}, {0, 1}}) {
      Model model = lab().model();
      Lesson lesson = lab().lesson(sizes[0], sizes[1], loss, RHO);
      double before = lab().objective(model, lesson);
      model.step(lesson, lab().stepSize() / 10, new Losses());
      boolean mayStay = lesson.rows() == 1 && !lab().contract().descends();
      assertThat(lab().objective(model, lesson))
          .as("the objective of %d private and %d reference rows", sizes[0], sizes[1])
          .isLessThan(mayStay ? Math.nextUp(before) : before);
    }
  }

  @Test
  default void aStepOnNoRowsChangesNothing() {
    Model model = lab().model();
    float[] before = lab().decisions(model);
    model.step(lab().lesson(0, 0, DistillationLoss.SQUARED, RHO), lab().stepSize(), new Losses());
    assertThat(lab().decisions(model)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  default void reportsTheLossesBeforeTheStep(DistillationLoss loss) {
    for (int[] sizes : new int[][] {{12, 9}, {12, 0}, {0, 9}}) {
      Model model = lab().trained(1);
      Lesson lesson = lab().lesson(sizes[0], sizes[1], loss, RHO);
      Losses expected = lab().losses(model, lesson);
      Losses reported = new Losses();
      reported.add(3, 5);
      model.step(lesson, lab().stepSize(), reported);
      assertThat(reported.local())
          .as("mean of 3 and the local loss")
          .isCloseTo((3 + expected.local()) / 2, within(1e-4));
      assertThat(reported.distillation())
          .as("mean of 5 and the distillation loss, without ρ")
          .isCloseTo((5 + expected.distillation()) / 2, within(1e-4));
    }
  }

  @Test
  default void twiceTheStepSizeGoesTwiceAsFar() {
    assumeTrue(lab().contract().descends(), "the model does not descend");
    float stepSize = lab().stepSize() / 50;
    double once = distanceGone(stepSize);
    double twice = distanceGone(2 * stepSize);
    assertThat(twice / once).as("ratio of the ways gone").isBetween(1.6, 2.4);
  }

  @Test
  default void onlyModelsThatDescendHeedTheStepSize() {
    assumeFalse(lab().contract().descends(), "the model descends");
    Model model = lab().model();
    assertThat(model.capability(Gradients.class)).as("gradients to descend").isEmpty();
    Lesson lesson = lab().lesson(12, 12, DistillationLoss.SQUARED, RHO);
    Model other = lab().model();
    model.step(lesson, lab().stepSize(), new Losses());
    other.step(lesson, 10 * lab().stepSize(), new Losses());
    assertThat(lab().decisions(other)).isEqualTo(lab().decisions(model));
  }

  @ParameterizedTest
  @EnumSource
  default void aStepFollowsThePlainGradient(DistillationLoss loss) {
    assumeTrue(
        lab().contract().followsThePlainGradient(), "the model does not step by plain gradients");
    Model model = lab().trained(1);
    Weights weights = lab().capability(model, Weights.class);
    Gradients gradients = lab().capability(model, Gradients.class);
    Lesson lesson = lab().lesson(8, 5, loss, RHO);
    float[] expected = new float[weights.count()];
    float[] gradient = new float[model.parameters()];
    weights.get(expected);
    gradients.gradient(lesson, gradient);
    for (int i = 0; i < expected.length; i++) {
      expected[i] -= lab().stepSize() * gradient[i];
    }
    model.step(lesson, lab().stepSize(), new Losses());
    float[] actual = new float[weights.count()];
    weights.get(actual);
    assertThat(actual).as("θ − η ∇").containsExactly(expected, within(1e-5f));
  }

  @Test
  default void aStepCountsOnlyTheRowsThatAreSet() {
    Lesson exact = lab().lesson(6, 4, DistillationLoss.SQUARED, RHO);
    int[] labels = Arrays.copyOf(exact.labels(), 9);
    Lesson roomy =
        new Lesson(
            Blocks.roomier(exact.inputs()),
            labels,
            Blocks.roomier(exact.referenceInputs()),
            Blocks.roomier(exact.targets()),
            exact.loss(),
            exact.regularization());
    Model one = lab().model();
    Model other = lab().model();
    one.step(exact, lab().stepSize(), new Losses());
    other.step(roomy, lab().stepSize(), new Losses());
    assertThat(lab().decisions(other)).isEqualTo(lab().decisions(one));
  }

  @Test
  default void aStepLeavesTheLessonAsItIs() {
    Lesson lesson = lab().lesson(6, 4, DistillationLoss.CROSS_ENTROPY, RHO);
    Lesson same = lab().lesson(6, 4, DistillationLoss.CROSS_ENTROPY, RHO);
    lab().model().step(lesson, lab().stepSize(), new Losses());
    assertThat(lesson.labels()).isEqualTo(same.labels());
    assertUnchanged(lesson.inputs(), same.inputs());
    assertUnchanged(lesson.referenceInputs(), same.referenceInputs());
    assertUnchanged(lesson.targets(), same.targets());
  }

  @Test
  default void aStepKeepsNothingOfTheLesson() {
    Model model = lab().model();
    Model other = lab().model();
    Lesson reused = lab().lesson(6, 4, DistillationLoss.SQUARED, RHO);
    model.step(reused, lab().stepSize(), new Losses());
    other.step(lab().lesson(6, 4, DistillationLoss.SQUARED, RHO), lab().stepSize(), new Losses());
    Arrays.fill(reused.inputs().values(), 50);
    Arrays.fill(reused.targets().values(), 1f / lab().classes());
    lab().train(model, 2);
    lab().train(other, 2);
    assertThat(lab().decisions(model)).isEqualTo(lab().decisions(other));
  }

  private double distanceGone(float stepSize) {
    Model model = lab().model();
    float[] before = lab().decisions(model);
    model.step(lab().lesson(12, 12, DistillationLoss.SQUARED, RHO), stepSize, new Losses());
    float[] after = lab().decisions(model);
    double sum = 0;
    for (int i = 0; i < before.length; i++) {
      sum += Math.abs(after[i] - before[i]);
    }
    return sum;
  }

  private static void assertUnchanged(Block block, Block before) {
    assertThat(Blocks.ids(block)).isEqualTo(Blocks.ids(before));
    assertThat(block.values()).isEqualTo(before.values());
  }
}
