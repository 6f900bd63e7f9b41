package org.limbeck.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;

class ObjectivePropertyTest {

  @Property(tries = 300)
  void agreesWithADoublePrecisionComputation(
      @ForAll DistillationLoss loss,
      @ForAll @IntRange(min = 0, max = 5) int privateRows,
      @ForAll @IntRange(min = 0, max = 5) int referenceRows,
      @ForAll @IntRange(min = 2, max = 7) int classes,
      @ForAll @FloatRange(min = 0, max = 10) float rho,
      @ForAll long seed) {
    PreciseObjective precise =
        new PreciseObjective(loss, privateRows, referenceRows, classes, rho, seed);
    float[] gradient = new float[precise.logits().length];
    Arrays.fill(gradient, Float.NaN);
    Losses losses = new Losses();

    Objective.logitGradient(precise.lesson(), precise.decisions(), gradient, losses);

    assertThat(losses.local()).isCloseTo(precise.local(), within(1e-5));
    assertThat(losses.distillation()).isCloseTo(precise.distillation(), within(1e-5));
    for (int i = 0; i < gradient.length; i++) {
      assertThat((double) gradient[i])
          .as("derivative by logit %d of row %d", i % classes, i / classes)
          .isCloseTo(precise.difference(i), within(2e-6 * (1 + rho)));
    }
  }

  @Property(tries = 100)
  void theDistillationGradientGrowsWithRhoAndItsLossDoesNot(
      @ForAll DistillationLoss loss,
      @ForAll @FloatRange(min = 0.5f, max = 8) float rho,
      @ForAll long seed) {
    PreciseObjective one = new PreciseObjective(loss, 2, 3, 4, 1, seed);
    PreciseObjective other = new PreciseObjective(loss, 2, 3, 4, rho, seed);
    float[] ones = new float[20];
    float[] others = new float[20];
    Losses oneLosses = new Losses();
    Losses otherLosses = new Losses();
    Objective.logitGradient(one.lesson(), one.decisions(), ones, oneLosses);
    Objective.logitGradient(other.lesson(), other.decisions(), others, otherLosses);
    assertThat(otherLosses).usingRecursiveComparison().isEqualTo(oneLosses);
    for (int i = 0; i < 20; i++) {
      float expected = i < 8 ? ones[i] : rho * ones[i];
      assertThat(others[i]).as("place %d", i).isCloseTo(expected, within(1e-5f));
    }
  }
}
