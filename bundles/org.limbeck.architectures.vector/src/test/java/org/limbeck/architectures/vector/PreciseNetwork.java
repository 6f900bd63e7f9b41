package org.limbeck.architectures.vector;

import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;

/** A dense network in double precision, as plain as its formulas. */
final class PreciseNetwork {
  private static final double STEP = 1e-6;

  private final int[] sizes;
  private final Activation activation;
  private final double[] weights;
  private double nearestKink = Double.POSITIVE_INFINITY;

  PreciseNetwork(Activation activation, float[] weights, int... sizes) {
    this.sizes = sizes;
    this.activation = activation;
    this.weights = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      this.weights[i] = weights[i];
    }
  }

  double[] decisions(Block inputs, int row) {
    double[] values = new double[sizes[0]];
    for (int i = 0; i < values.length; i++) {
      values[i] = inputs.values()[row * values.length + i];
    }
    int at = 0;
    for (int layer = 0; layer + 1 < sizes.length; layer++) {
      values = dense(values, at, sizes[layer + 1]);
      at += (sizes[layer] + 1) * sizes[layer + 1];
      boolean last = layer + 2 == sizes.length;
      for (int j = 0; j < values.length; j++) {
        values[j] = last ? Math.exp(values[j]) : activate(values[j]);
      }
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int k = 0; k < values.length; k++) {
      values[k] /= sum;
    }
    return values;
  }

  double objective(Lesson lesson) {
    double local = 0;
    for (int row = 0; row < lesson.inputs().rows(); row++) {
      double[] s = decisions(lesson.inputs(), row);
      local -= Math.log(s[lesson.labels()[row]]) / lesson.inputs().rows();
    }
    double distillation = 0;
    for (int row = 0; row < lesson.targets().rows(); row++) {
      double[] s = decisions(lesson.referenceInputs(), row);
      for (int k = 0; k < s.length; k++) {
        double t = lesson.targets().values()[row * s.length + k];
        double distance =
            lesson.loss() == DistillationLoss.SQUARED
                ? (s[k] - t) * (s[k] - t)
                : -t * Math.log(s[k]);
        distillation += distance / lesson.targets().rows();
      }
    }
    return local + lesson.regularization() * distillation;
  }

  /** Returns the central difference of the objective by one weight. */
  double difference(Lesson lesson, int weight) {
    double here = weights[weight];
    weights[weight] = here + STEP;
    double upper = objective(lesson);
    weights[weight] = here - STEP;
    double lower = objective(lesson);
    weights[weight] = here;
    return (upper - lower) / (2 * STEP);
  }

  /** Returns how near to 0, the kink of ReLU, an activation has been so far. */
  double nearestKink() {
    return nearestKink;
  }

  private double[] dense(double[] x, int at, int outputs) {
    double[] out = new double[outputs];
    for (int j = 0; j < outputs; j++) {
      out[j] = weights[at + x.length * outputs + j];
      for (int i = 0; i < x.length; i++) {
        out[j] += x[i] * weights[at + i * outputs + j];
      }
    }
    return out;
  }

  private double activate(double value) {
    nearestKink = Math.min(nearestKink, Math.abs(value));
    return activation == Activation.TANH ? Math.tanh(value) : Math.max(value, 0);
  }
}
