package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.testkit.ModelLab.RHO;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;

/** The part of the {@link ArchitectureContract} about the {@link Gradients} of a model. */
interface GradientsTests extends ModelTests {

  @ParameterizedTest
  @EnumSource
  default void theGradientAgreesWithFiniteDifferences(DistillationLoss loss) {
    Model model = lab().trained(1);
    FiniteDifferences differences = lab().differences(lab().capability(model, Weights.class));
    for (int[] sizes : new int[][] {{8, 5}, {8, 0}, {0, 5}}) {
      Lesson lesson = lab().lesson(sizes[0], sizes[1], loss, RHO);
      differences.assertAgreeWith(gradient(model, lesson), () -> lab().objective(model, lesson));
    }
  }

  @Test
  default void statingTheGradientChangesNothing() {
    Model model = lab().trained(1);
    Model other = lab().trained(1);
    byte[] state = StateChecks.save(model);
    gradient(model, lab().lesson(8, 5, DistillationLoss.SQUARED, RHO));
    assertThat(StateChecks.save(model)).as("the state").isEqualTo(state);
    lab().train(model, 2);
    lab().train(other, 2);
    assertThat(lab().decisions(model)).as("after further steps").isEqualTo(lab().decisions(other));
  }

  @Test
  default void theGradientTakesLessonsOfAnyNumberOfRows() {
    Model model = lab().trained(1);
    float[] none = gradient(model, lab().lesson(0, 0, DistillationLoss.SQUARED, RHO));
    assertThat(none).as("the gradient of no rows").containsOnly(0);
    assertThat(gradient(model, lab().lesson(300, 200, DistillationLoss.SQUARED, RHO)))
        .as("the gradient of many rows")
        .isNotEqualTo(none)
        .doesNotContain(Float.NaN);
  }

  @Test
  default void theGradientTakesOnlyItsOwnPlaces() {
    Model model = lab().trained(1);
    Lesson lesson = lab().lesson(8, 5, DistillationLoss.SQUARED, RHO);
    float[] exact = gradient(model, lesson);
    float[] longer = new float[exact.length + 2];
    Arrays.fill(longer, 99);
    lab().capability(model, Gradients.class).gradient(lesson, longer);
    assertThat(longer).startsWith(exact).endsWith(99, 99);
  }

  private float[] gradient(Model model, Lesson lesson) {
    float[] gradient = new float[model.parameters()];
    lab().capability(model, Gradients.class).gradient(lesson, gradient);
    return gradient;
  }
}
