package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.limbeck.testkit.ModelLab.NEAR;
import static org.limbeck.testkit.ModelLab.RHO;
import static org.limbeck.testkit.ModelLab.ROWS;
import static org.limbeck.testkit.ModelLab.aimingAt;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;

/** The part of the {@link ArchitectureContract} about what a model learns. */
interface TrainingTests extends ModelTests {

  @Test
  default void learnsFromLabelsAlone() {
    Model model = lab().model();
    Lesson lesson = lab().lesson(ROWS, 0, DistillationLoss.SQUARED, RHO);
    double before = lab().objective(model, lesson);
    learn(model, lesson);
    assertThat(lab().objective(model, lesson))
        .as("local loss, %s at first", before)
        .isLessThan(before / 2);
  }

  @ParameterizedTest
  @EnumSource
  default void learnsSoftDecisionsAsTheyAre(DistillationLoss loss) {
    Model model = lab().model();
    Lesson lesson = lab().lesson(0, ROWS, loss, RHO);
    learn(model, lesson);
    assertThat(distance(model, lesson))
        .as("mean distance from targets of 0.6 and 0.4; some 0.4 for a model that hardens them")
        .isLessThan(NEAR);
  }

  @ParameterizedTest
  @EnumSource
  default void learnsFromBothAtOnce(DistillationLoss loss) {
    Model model = lab().model();
    Lesson lesson = lab().lesson(ROWS, ROWS, loss, RHO);
    Losses before = lab().losses(model, lesson);
    learn(model, lesson);
    Losses after = lab().losses(model, lesson);
    assertThat(after.local()).as("local loss").isLessThan(before.local());
    assertThat(after.distillation()).as("distillation loss").isLessThan(before.distillation());
  }

  @ParameterizedTest
  @EnumSource
  default void staysWhereItAgreesWithItsTargets(DistillationLoss loss) {
    Model model = lab().model();
    Lesson lesson = lab().lesson(0, ROWS, loss, RHO);
    float[] agreed = lab().decisions(model, lesson.referenceInputs());
    float[] before = lab().decisions(model);
    model.step(aimingAt(lesson, agreed), lab().stepSize(), new Losses());
    assertThat(lab().decisions(model)).containsExactly(before, within(1e-4f));
  }

  @ParameterizedTest
  @EnumSource
  default void targetsHaveNoInfluenceWithoutWeight(DistillationLoss loss) {
    Lesson lesson = lab().lesson(ROWS, ROWS, loss, 0);
    float[] uniform = new float[ROWS * lab().classes()];
    Arrays.fill(uniform, 1f / lab().classes());
    Model one = lab().model();
    Model other = lab().model();
    for (int step = 0; step < 5; step++) {
      one.step(lesson, lab().stepSize(), new Losses());
      other.step(aimingAt(lesson, uniform), lab().stepSize(), new Losses());
    }
    assertThat(lab().decisions(other)).isEqualTo(lab().decisions(one));
  }

  @ParameterizedTest
  @EnumSource
  default void targetsCountAccordingToTheirWeight(DistillationLoss loss) {
    double little = distanceAfterLearning(lab().lesson(ROWS, ROWS, loss, 0.1f));
    double much = distanceAfterLearning(lab().lesson(ROWS, ROWS, loss, 4));
    assertThat(much)
        .as("distance from the targets with ρ = 4; %s with ρ = 0.1", little)
        .isLessThan(0.8 * little);
  }

  private double distanceAfterLearning(Lesson lesson) {
    Model model = lab().model();
    for (int step = 0; step < lab().patience(); step++) {
      model.step(lesson, lab().stepSize() / 2, new Losses());
    }
    return distance(model, lesson);
  }

  private void learn(Model model, Lesson lesson) {
    for (int step = 0; step < lab().patience(); step++) {
      model.step(lesson, lab().stepSize(), new Losses());
    }
  }

  /** Returns the largest difference of a row from its target, in the mean over the rows. */
  private double distance(Model model, Lesson lesson) {
    float[] decisions = lab().decisions(model, lesson.referenceInputs());
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double largest = 0;
      for (int i = row * lab().classes(); i < (row + 1) * lab().classes(); i++) {
        largest = Math.max(largest, Math.abs(decisions[i] - lesson.targets().values()[i]));
      }
      sum += largest;
    }
    return sum / ROWS;
  }
}
