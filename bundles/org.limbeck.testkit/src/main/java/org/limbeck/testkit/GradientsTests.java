package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
abstract class GradientsTests extends ModelTests {
  private static final float STEP = 0.01f;
  private static final double ROUNDING = 1e-4;
  private static final int DERIVATIVES = 200;

  GradientsTests(ArchitectureContract contract) {
    super(contract);
  }

  @ParameterizedTest
  @EnumSource
  void theGradientAgreesWithFiniteDifferences(DistillationLoss loss) {
    Model model = trained(1);
    Weights weights = capability(model, Weights.class);
    for (int[] sizes : new int[][] {{8, 5}, {8, 0}, {0, 5}}) {
      Lesson lesson = lesson(sizes[0], sizes[1], loss, RHO);
      float[] gradient = gradient(model, lesson);
      double largest = 0;
      for (float derivative : gradient) {
        largest = Math.max(largest, Math.abs(derivative));
      }
      double tolerance = contract.gradientTolerance() * largest + ROUNDING;
      int stride = Math.max(1, gradient.length / DERIVATIVES);
      for (int i = 0; i < gradient.length; i += stride) {
        assertThat((double) gradient[i])
            .as("derivative by weight %d of %d", i, gradient.length)
            .isCloseTo(difference(model, weights, i, lesson), within(tolerance));
      }
    }
  }

  @Test
  void statingTheGradientChangesNothing() {
    Model model = trained(1);
    Model other = trained(1);
    byte[] state = States.save(model);
    gradient(model, lesson(8, 5, DistillationLoss.SQUARED, RHO));
    assertThat(States.save(model)).as("the state").isEqualTo(state);
    train(model, 2);
    train(other, 2);
    assertThat(decisions(model)).as("after further steps").isEqualTo(decisions(other));
  }

  @Test
  void theGradientTakesLessonsOfAnyNumberOfRows() {
    Model model = trained(1);
    float[] none = gradient(model, lesson(0, 0, DistillationLoss.SQUARED, RHO));
    assertThat(none).as("the gradient of no rows").containsOnly(0);
    assertThat(gradient(model, lesson(300, 200, DistillationLoss.SQUARED, RHO)))
        .as("the gradient of many rows")
        .isNotEqualTo(none)
        .doesNotContain(Float.NaN);
  }

  @Test
  void theGradientTakesOnlyItsOwnPlaces() {
    Model model = trained(1);
    Lesson lesson = lesson(8, 5, DistillationLoss.SQUARED, RHO);
    float[] exact = gradient(model, lesson);
    float[] longer = new float[exact.length + 2];
    Arrays.fill(longer, 99);
    capability(model, Gradients.class).gradient(lesson, longer);
    assertThat(longer).startsWith(exact).endsWith(99, 99);
  }

  private float[] gradient(Model model, Lesson lesson) {
    float[] gradient = new float[model.parameters()];
    capability(model, Gradients.class).gradient(lesson, gradient);
    return gradient;
  }

  /** Returns the central difference of the objective, and leaves the weights as they were. */
  private double difference(Model model, Weights weights, int place, Lesson lesson) {
    float[] values = new float[weights.count()];
    weights.get(values);
    float here = values[place];
    values[place] = here + STEP;
    float above = values[place];
    weights.set(values);
    double upper = objective(model, lesson);
    values[place] = here - STEP;
    float below = values[place];
    weights.set(values);
    double lower = objective(model, lesson);
    values[place] = here;
    weights.set(values);
    return (upper - lower) / ((double) above - below);
  }
}
