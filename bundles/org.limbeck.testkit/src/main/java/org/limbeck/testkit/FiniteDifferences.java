package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import org.limbeck.api.architecture.Weights;

/**
 * Derivatives of the objective of a model, computed from nothing but what it predicts.
 *
 * @param tolerance how far a derivative may be from them, as a share of the largest one
 */
record FiniteDifferences(Weights weights, double tolerance) {
  private static final float STEP = 0.01f;
  private static final double ROUNDING = 1e-4;
  private static final int MOST = 200;

  /** Checks the derivatives of a gradient, or of a large one some that are spread over it. */
  void assertAgreeWith(float[] gradient, DoubleSupplier objective) {
    double largest = 0;
    for (float derivative : gradient) {
      largest = Math.max(largest, Math.abs(derivative));
    }
    double most = tolerance * largest + ROUNDING;
    int stride = Math.max(1, gradient.length / MOST);
    for (int i = 0; i < gradient.length; i += stride) {
      assertThat((double) gradient[i])
          .as("derivative by weight %d of %d", i, gradient.length)
          .isCloseTo(difference(i, objective), within(most));
    }
  }

  /** Returns the central difference of the objective, and leaves the weights as they were. */
  private double difference(int place, DoubleSupplier objective) {
    float[] values = new float[weights.count()];
    weights.get(values);
    float here = values[place];
    values[place] = here + STEP;
    float above = values[place];
    weights.set(values);
    double upper = objective.getAsDouble();
    values[place] = here - STEP;
    float below = values[place];
    weights.set(values);
    double lower = objective.getAsDouble();
    values[place] = here;
    weights.set(values);
    return (upper - lower) / ((double) above - below);
  }
}
