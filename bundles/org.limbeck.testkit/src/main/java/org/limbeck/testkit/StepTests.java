package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
abstract class StepTests extends ModelTests {

  StepTests(ArchitectureContract contract) {
    super(contract);
  }

  @ParameterizedTest
  @EnumSource
  void aStepLowersTheObjective(DistillationLoss loss) {
    for (int[] sizes : new int[][] {{12, 0}, {0, 12}, {12, 12}, {1, 0}, {0, 1}}) {
      Model model = model();
      Lesson lesson = lesson(sizes[0], sizes[1], loss, RHO);
      double before = objective(model, lesson);
      model.step(lesson, contract.stepSize() / 10, new Losses());
      assertThat(objective(model, lesson))
          .as("the objective of %d private and %d reference rows", sizes[0], sizes[1])
          .isLessThan(before);
    }
  }

  @Test
  void aStepOnNoRowsChangesNothing() {
    Model model = model();
    float[] before = decisions(model);
    model.step(lesson(0, 0, DistillationLoss.SQUARED, RHO), contract.stepSize(), new Losses());
    assertThat(decisions(model)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void reportsTheLossesBeforeTheStep(DistillationLoss loss) {
    for (int[] sizes : new int[][] {{12, 9}, {12, 0}, {0, 9}}) {
      Model model = trained(1);
      Lesson lesson = lesson(sizes[0], sizes[1], loss, RHO);
      Losses expected = losses(model, lesson);
      Losses reported = new Losses();
      reported.add(3, 5);
      model.step(lesson, contract.stepSize(), reported);
      assertThat(reported.local())
          .as("mean of 3 and the local loss")
          .isCloseTo((3 + expected.local()) / 2, within(1e-4));
      assertThat(reported.distillation())
          .as("mean of 5 and the distillation loss, without ρ")
          .isCloseTo((5 + expected.distillation()) / 2, within(1e-4));
    }
  }

  @Test
  void twiceTheStepSizeGoesTwiceAsFar() {
    float stepSize = contract.stepSize() / 50;
    double once = distanceGone(stepSize);
    double twice = distanceGone(2 * stepSize);
    assertThat(twice / once).as("ratio of the ways gone").isBetween(1.6, 2.4);
  }

  @ParameterizedTest
  @EnumSource
  void aStepFollowsThePlainGradient(DistillationLoss loss) {
    assumeTrue(contract.followsThePlainGradient(), "the model does not step by plain gradients");
    Model model = trained(1);
    Weights weights = capability(model, Weights.class);
    Gradients gradients = capability(model, Gradients.class);
    Lesson lesson = lesson(8, 5, loss, RHO);
    float[] expected = new float[weights.count()];
    float[] gradient = new float[model.parameters()];
    weights.get(expected);
    gradients.gradient(lesson, gradient);
    for (int i = 0; i < expected.length; i++) {
      expected[i] -= contract.stepSize() * gradient[i];
    }
    model.step(lesson, contract.stepSize(), new Losses());
    float[] actual = new float[weights.count()];
    weights.get(actual);
    assertThat(actual).as("θ − η ∇").containsExactly(expected, within(1e-5f));
  }

  @Test
  void aStepCountsOnlyTheRowsThatAreSet() {
    Lesson exact = lesson(6, 4, DistillationLoss.SQUARED, RHO);
    int[] labels = Arrays.copyOf(exact.labels(), 9);
    Lesson roomy =
        new Lesson(
            Blocks.roomier(exact.inputs()),
            labels,
            Blocks.roomier(exact.referenceInputs()),
            Blocks.roomier(exact.targets()),
            exact.loss(),
            exact.regularization());
    Model one = model();
    Model other = model();
    one.step(exact, contract.stepSize(), new Losses());
    other.step(roomy, contract.stepSize(), new Losses());
    assertThat(decisions(other)).isEqualTo(decisions(one));
  }

  @Test
  void aStepLeavesTheLessonAsItIs() {
    Lesson lesson = lesson(6, 4, DistillationLoss.CROSS_ENTROPY, RHO);
    Lesson same = lesson(6, 4, DistillationLoss.CROSS_ENTROPY, RHO);
    model().step(lesson, contract.stepSize(), new Losses());
    assertThat(lesson.labels()).isEqualTo(same.labels());
    assertUnchanged(lesson.inputs(), same.inputs());
    assertUnchanged(lesson.referenceInputs(), same.referenceInputs());
    assertUnchanged(lesson.targets(), same.targets());
  }

  @Test
  void aStepKeepsNothingOfTheLesson() {
    Model model = model();
    Model other = model();
    Lesson reused = lesson(6, 4, DistillationLoss.SQUARED, RHO);
    model.step(reused, contract.stepSize(), new Losses());
    other.step(lesson(6, 4, DistillationLoss.SQUARED, RHO), contract.stepSize(), new Losses());
    Arrays.fill(reused.inputs().values(), 50);
    Arrays.fill(reused.targets().values(), 1f / classes);
    train(model, 2);
    train(other, 2);
    assertThat(decisions(model)).isEqualTo(decisions(other));
  }

  private double distanceGone(float stepSize) {
    Model model = model();
    float[] before = decisions(model);
    model.step(lesson(12, 12, DistillationLoss.SQUARED, RHO), stepSize, new Losses());
    float[] after = decisions(model);
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
