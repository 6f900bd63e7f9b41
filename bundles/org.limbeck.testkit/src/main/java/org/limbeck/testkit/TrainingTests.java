package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;

/** The part of the {@link ArchitectureContract} about what a model learns. */
abstract class TrainingTests extends ModelTests {
  private static final int ROWS = 24;
  private static final double NEAR = 0.15;

  TrainingTests(ArchitectureContract contract) {
    super(contract);
  }

  @Test
  void learnsFromLabelsAlone() {
    Model model = model();
    Lesson lesson = lesson(ROWS, 0, DistillationLoss.SQUARED, RHO);
    double before = objective(model, lesson);
    learn(model, lesson);
    assertThat(objective(model, lesson))
        .as("local loss, %s at first", before)
        .isLessThan(before / 2);
  }

  @ParameterizedTest
  @EnumSource
  void learnsSoftDecisionsAsTheyAre(DistillationLoss loss) {
    Model model = model();
    Lesson lesson = lesson(0, ROWS, loss, RHO);
    learn(model, lesson);
    assertThat(distance(model, lesson))
        .as("mean distance from targets of 0.6 and 0.4; some 0.4 for a model that hardens them")
        .isLessThan(NEAR);
  }

  @ParameterizedTest
  @EnumSource
  void learnsFromBothAtOnce(DistillationLoss loss) {
    Model model = model();
    Lesson lesson = lesson(ROWS, ROWS, loss, RHO);
    Losses before = losses(model, lesson);
    learn(model, lesson);
    Losses after = losses(model, lesson);
    assertThat(after.local()).as("local loss").isLessThan(before.local());
    assertThat(after.distillation()).as("distillation loss").isLessThan(before.distillation());
  }

  @ParameterizedTest
  @EnumSource
  void staysWhereItAgreesWithItsTargets(DistillationLoss loss) {
    Model model = model();
    Lesson lesson = lesson(0, ROWS, loss, RHO);
    float[] agreed = decisions(model, lesson.referenceInputs());
    float[] before = decisions(model);
    model.step(aimingAt(lesson, agreed), contract.stepSize(), new Losses());
    assertThat(decisions(model)).containsExactly(before, within(1e-4f));
  }

  @ParameterizedTest
  @EnumSource
  void targetsHaveNoInfluenceWithoutWeight(DistillationLoss loss) {
    Lesson lesson = lesson(ROWS, ROWS, loss, 0);
    float[] uniform = new float[ROWS * classes];
    Arrays.fill(uniform, 1f / classes);
    Model one = model();
    Model other = model();
    for (int step = 0; step < 5; step++) {
      one.step(lesson, contract.stepSize(), new Losses());
      other.step(aimingAt(lesson, uniform), contract.stepSize(), new Losses());
    }
    assertThat(decisions(other)).isEqualTo(decisions(one));
  }

  @ParameterizedTest
  @EnumSource
  void targetsCountAccordingToTheirWeight(DistillationLoss loss) {
    double little = distanceAfterLearning(lesson(ROWS, ROWS, loss, 0.1f));
    double much = distanceAfterLearning(lesson(ROWS, ROWS, loss, 4));
    assertThat(much)
        .as("distance from the targets with ρ = 4; %s with ρ = 0.1", little)
        .isLessThan(0.8 * little);
  }

  private double distanceAfterLearning(Lesson lesson) {
    Model model = model();
    for (int step = 0; step < contract.patience(); step++) {
      model.step(lesson, contract.stepSize() / 2, new Losses());
    }
    return distance(model, lesson);
  }

  private void learn(Model model, Lesson lesson) {
    for (int step = 0; step < contract.patience(); step++) {
      model.step(lesson, contract.stepSize(), new Losses());
    }
  }

  /** Returns the largest difference of a row from its target, in the mean over the rows. */
  private double distance(Model model, Lesson lesson) {
    float[] decisions = decisions(model, lesson.referenceInputs());
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double largest = 0;
      for (int i = row * classes; i < (row + 1) * classes; i++) {
        largest = Math.max(largest, Math.abs(decisions[i] - lesson.targets().values()[i]));
      }
      sum += largest;
    }
    return sum / ROWS;
  }
}
