package org.limbeck.architectures.vector;

import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;

/** A model in double precision, as plain as its formulas. */
abstract class PreciseModel {
  private static final double STEP = 1e-6;

  final double[] weights;
  private final Activation activation;
  private double nearestKink = Double.POSITIVE_INFINITY;

  PreciseModel(Activation activation, float[] weights) {
    this.activation = activation;
    this.weights = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      this.weights[i] = weights[i];
    }
  }

  abstract double[] logits(double[] inputs);

  double[] decisions(Block inputs, int row) {
    double[] values = new double[inputs.width()];
    for (int i = 0; i < values.length; i++) {
      values[i] = inputs.values()[row * values.length + i];
    }
    double[] s = logits(values);
    double sum = 0;
    for (int k = 0; k < s.length; k++) {
      s[k] = Math.exp(s[k]);
      sum += s[k];
    }
    for (int k = 0; k < s.length; k++) {
      s[k] /= sum;
    }
    return s;
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

  /** Returns how near a value has been so far to where a function has no derivative. */
  double nearestKink() {
    return nearestKink;
  }

  double[] dense(double[] x, int at, int outputs) {
    double[] out = new double[outputs];
    for (int j = 0; j < outputs; j++) {
      out[j] = weights[at + x.length * outputs + j];
      for (int i = 0; i < x.length; i++) {
        out[j] += x[i] * weights[at + i * outputs + j];
      }
    }
    return out;
  }

  double[] activated(double[] values) {
    double[] activated = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      noteKink(values[i]);
      activated[i] = activation == Activation.TANH ? Math.tanh(values[i]) : Math.max(values[i], 0);
    }
    return activated;
  }

  /** Notes how near a value is to where a function has no derivative. */
  void noteKink(double distance) {
    nearestKink = Math.min(nearestKink, Math.abs(distance));
  }
}
