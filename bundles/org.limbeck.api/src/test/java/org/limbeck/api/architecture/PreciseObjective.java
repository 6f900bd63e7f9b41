package org.limbeck.api.architecture;

import java.util.Random;
import org.limbeck.api.Block;

/** The objective of a random lesson in double precision, as a function of the logits. */
final class PreciseObjective {
  private static final double STEP = 1e-5;

  private final int privateRows;
  private final int referenceRows;
  private final int classes;
  private final double[] logits;
  private final Lesson lesson;

  PreciseObjective(
      DistillationLoss loss,
      int privateRows,
      int referenceRows,
      int classes,
      float rho,
      long seed) {
    this.privateRows = privateRows;
    this.referenceRows = referenceRows;
    this.classes = classes;
    Random random = new Random(seed);
    this.logits = random.doubles((long) (privateRows + referenceRows) * classes, -4, 4).toArray();
    Block inputs = new Block(privateRows, 1);
    inputs.rows(privateRows);
    Block reference = new Block(referenceRows, 1);
    reference.rows(referenceRows);
    Block targets = new Block(referenceRows, classes);
    targets.rows(referenceRows);
    for (int row = 0; row < referenceRows; row++) {
      double[] target = softmax(random.doubles(classes, -3, 3).toArray(), 0);
      for (int k = 0; k < classes; k++) {
        targets.values()[row * classes + k] = (float) target[k];
      }
    }
    int[] labels = random.ints(privateRows, 0, classes).toArray();
    this.lesson = new Lesson(inputs, labels, reference, targets, loss, rho);
  }

  Lesson lesson() {
    return lesson;
  }

  double[] logits() {
    return logits;
  }

  float[] decisions() {
    float[] decisions = new float[logits.length];
    for (int at = 0; at < logits.length; at += classes) {
      double[] row = softmax(logits, at);
      for (int k = 0; k < classes; k++) {
        decisions[at + k] = (float) row[k];
      }
    }
    return decisions;
  }

  double local() {
    double sum = 0;
    for (int row = 0; row < privateRows; row++) {
      sum -= Math.log(softmax(logits, row * classes)[lesson.labels()[row]]);
    }
    return privateRows == 0 ? 0 : sum / privateRows;
  }

  double distillation() {
    double sum = 0;
    for (int row = 0; row < referenceRows; row++) {
      double[] s = softmax(logits, (privateRows + row) * classes);
      for (int k = 0; k < classes; k++) {
        double t = lesson.targets().values()[row * classes + k];
        sum +=
            lesson.loss() == DistillationLoss.SQUARED
                ? (s[k] - t) * (s[k] - t)
                : -t * Math.log(s[k]);
      }
    }
    return referenceRows == 0 ? 0 : sum / referenceRows;
  }

  /** Returns the central difference of the objective by one logit. */
  double difference(int place) {
    double here = logits[place];
    logits[place] = here + STEP;
    double upper = objective();
    logits[place] = here - STEP;
    double lower = objective();
    logits[place] = here;
    return (upper - lower) / (2 * STEP);
  }

  private double objective() {
    return local() + lesson.regularization() * distillation();
  }

  private double[] softmax(double[] values, int at) {
    double[] s = new double[classes];
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      s[k] = Math.exp(values[at + k]);
      sum += s[k];
    }
    for (int k = 0; k < classes; k++) {
      s[k] /= sum;
    }
    return s;
  }
}
