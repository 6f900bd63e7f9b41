package org.limbeck.architectures.external;

import java.util.Arrays;
import java.util.SplittableRandom;

/** One dense layer with a softmax, trained by plain gradient descent, for the test program. */
final class SoftmaxRegression {

  /** What a step learns from. */
  record Lesson(
      float[][] inputs,
      int[] labels,
      float[][] referenceInputs,
      float[][] targets,
      boolean squared,
      float regularization) {}

  private final int features;
  private final int classes;

  /** K rows of features + 1, the last of which is the bias. */
  private final float[] weights;

  SoftmaxRegression(int features, int classes, long seed) {
    this.features = features;
    this.classes = classes;
    this.weights = new float[classes * (features + 1)];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.2 * random.nextDouble() - 0.1);
    }
  }

  int classes() {
    return classes;
  }

  float[] weights() {
    return weights;
  }

  float[][] predict(float[][] rows) {
    float[][] decisions = new float[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      double[] s = decide(rows[row]);
      decisions[row] = new float[classes];
      for (int k = 0; k < classes; k++) {
        decisions[row][k] = (float) s[k];
      }
    }
    return decisions;
  }

  private double[] decide(float[] row) {
    double[] s = new double[classes];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      int at = k * (features + 1);
      double logit = weights[at + features];
      for (int i = 0; i < features; i++) {
        logit += weights[at + i] * row[i];
      }
      s[k] = logit;
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      s[k] = StrictMath.exp(s[k] - largest);
      sum += s[k];
    }
    for (int k = 0; k < classes; k++) {
      s[k] /= sum;
    }
    return s;
  }

  /** Makes a step and returns both losses before it. */
  double[] step(Lesson lesson, float stepSize) {
    double[] losses = new double[2];
    descend(sum(lesson, losses), stepSize);
    return losses;
  }

  float[] gradient(Lesson lesson) {
    double[] sum = sum(lesson, new double[2]);
    float[] gradient = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      gradient[i] = (float) sum[i];
    }
    return gradient;
  }

  /** Makes a step with protected private rows, and returns the distillation loss before it. */
  double privateStep(
      Lesson lesson, float stepSize, float clip, float noise, float expectedRows, long seed) {
    double[] gradient = new double[weights.length];
    double[] one = new double[weights.length];
    for (int row = 0; row < lesson.inputs().length; row++) {
      Arrays.fill(one, 0);
      addPrivate(lesson, row, 1, one);
      double norm = 0;
      for (double value : one) {
        norm += value * value;
      }
      double scale = Math.min(1, clip / Math.sqrt(norm));
      for (int i = 0; i < one.length; i++) {
        gradient[i] += scale * one[i];
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < gradient.length; i++) {
      double drawn = noise == 0 ? 0 : noise * clip * random.nextGaussian();
      gradient[i] = (gradient[i] + drawn) / expectedRows;
    }
    double loss = addReference(lesson, gradient);
    descend(gradient, stepSize);
    return loss;
  }

  private void descend(double[] gradient, float stepSize) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] -= (float) (stepSize * gradient[i]);
    }
  }

  private double[] sum(Lesson lesson, double[] losses) {
    double[] gradient = new double[weights.length];
    int own = lesson.inputs().length;
    for (int row = 0; row < own; row++) {
      losses[0] += addPrivate(lesson, row, 1.0 / own, gradient) / own;
    }
    losses[1] = addReference(lesson, gradient);
    return gradient;
  }

  private double addPrivate(Lesson lesson, int row, double scale, double[] gradient) {
    double[] s = decide(lesson.inputs()[row]);
    int label = lesson.labels()[row];
    double loss = -StrictMath.log(Math.max(s[label], Float.MIN_NORMAL));
    s[label] -= 1;
    add(s, scale, lesson.inputs()[row], gradient);
    return loss;
  }

  private double addReference(Lesson lesson, double[] gradient) {
    double loss = 0;
    int reference = lesson.referenceInputs().length;
    for (int row = 0; row < reference; row++) {
      double[] s = decide(lesson.referenceInputs()[row]);
      float[] t = lesson.targets()[row];
      double inner = 0;
      for (int k = 0; k < classes; k++) {
        inner += s[k] * (s[k] - t[k]);
        loss +=
            lesson.squared()
                ? (s[k] - t[k]) * (s[k] - t[k]) / reference
                : -t[k] * StrictMath.log(Math.max(s[k], Float.MIN_NORMAL)) / reference;
      }
      for (int k = 0; k < classes; k++) {
        s[k] = lesson.squared() ? 2 * s[k] * (s[k] - t[k] - inner) : s[k] - t[k];
      }
      add(s, lesson.regularization() / reference, lesson.referenceInputs()[row], gradient);
    }
    return loss;
  }

  private void add(double[] errors, double scale, float[] row, double[] gradient) {
    for (int k = 0; k < classes; k++) {
      int at = k * (features + 1);
      for (int i = 0; i < features; i++) {
        gradient[at + i] += scale * errors[k] * row[i];
      }
      gradient[at + features] += scale * errors[k];
    }
  }
}
