package org.limbeck.api.architecture;

import org.limbeck.api.Block;

/**
 * The loss that a device minimises, the distillation-regularised loss of Bistritz, Mann, Bambos
 * (NeurIPS 2020): the mean cross-entropy of the private rows plus ρ times the mean {@link
 * DistillationLoss} of the reference rows. Models that end in a softmax get its gradient with
 * respect to their logits here, so that every architecture means the same by it.
 */
public final class Objective {

  private Objective() {}

  /**
   * Computes the gradient with respect to the logits, and the losses.
   *
   * @param lesson the batches; R_p private and R_r reference rows
   * @param decisions (R_p + R_r) × K soft decisions, the private rows first
   * @param gradient receives (R_p + R_r) × K values: row i is ∂(local + ρ · distillation) / ∂
   *     logits of row i
   * @param losses receives the local and the distillation loss (without ρ)
   */
  public static void logitGradient(
      Lesson lesson, float[] decisions, float[] gradient, Losses losses) {
    Block targets = lesson.targets();
    int classes = targets.width();
    int privateRows = lesson.inputs().rows();
    double local = 0;
    for (int row = 0; row < privateRows; row++) {
      local += localRow(decisions, gradient, row, classes, lesson.labels()[row], 1f / privateRows);
    }
    int referenceRows = lesson.referenceInputs().rows();
    float scale = lesson.regularization() / referenceRows;
    double distillation = 0;
    for (int row = 0; row < referenceRows; row++) {
      int at = (privateRows + row) * classes;
      distillation +=
          lesson
              .loss()
              .row(decisions, at, targets.values(), row * classes, classes, scale, gradient);
    }
    losses.add(mean(local, privateRows), mean(distillation, referenceRows));
  }

  /** Returns ln s, with s held away from 0 so that the loss of a hopeless row stays finite. */
  static double log(float s) {
    return StrictMath.log(Math.max(s, Float.MIN_NORMAL));
  }

  private static double localRow(
      float[] s, float[] gradient, int row, int classes, int label, float scale) {
    int at = row * classes;
    for (int k = 0; k < classes; k++) {
      gradient[at + k] = scale * s[at + k];
    }
    gradient[at + label] = scale * (s[at + label] - 1);
    return -log(s[at + label]);
  }

  private static double mean(double sum, int rows) {
    return rows == 0 ? 0 : sum / rows;
  }
}
