package org.limbeck.architectures.external.check;

import java.util.SplittableRandom;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Model;

/** Rows that are easy to tell apart, and lessons on them: class k is large at its own features. */
record CheckRows(Shape shape, int classes) {
  private static final int FIRST_ID = 100;
  private static final float NOISE = 0.3f;

  /** Returns rows, the classes of which take turns. */
  Block inputs(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int features = shape.features();
    Block rows = new Block(count, features);
    rows.rows(count);
    for (int row = 0; row < count; row++) {
      rows.ids()[row] = FIRST_ID + row;
      for (int i = 0; i < features; i++) {
        float centre = i % classes == row % classes ? 1 : 0;
        rows.values()[row * features + i] = centre + NOISE * (2 * random.nextFloat() - 1);
      }
    }
    return rows;
  }

  Lesson lesson(int own, int reference, DistillationLoss loss, float regularization) {
    int[] labels = new int[own];
    for (int row = 0; row < own; row++) {
      labels[row] = row % classes;
    }
    Block targets = new Block(reference, classes);
    targets.selectLike(inputs(reference, 2));
    for (int row = 0; row < reference; row++) {
      targets.values()[row * classes + row % classes] = 0.75f;
      targets.values()[row * classes + (row + 1) % classes] = 0.25f;
    }
    return new Lesson(inputs(own, 1), labels, inputs(reference, 2), targets, loss, regularization);
  }

  float[] decisions(Model model, Block inputs) {
    Block decisions = new Block(inputs.rows(), classes);
    model.predict(inputs, decisions);
    return decisions.values();
  }

  /** Returns the objective of a lesson, computed from what a model predicts. */
  double objective(Model model, Lesson lesson) {
    double sum = 0;
    float[] own = decisions(model, lesson.inputs());
    int count = lesson.inputs().rows();
    for (int row = 0; row < count; row++) {
      sum -= log(own[row * classes + lesson.labels()[row]]) / count;
    }
    float[] s = decisions(model, lesson.referenceInputs());
    double distance = 0;
    for (int i = 0; i < s.length; i++) {
      float t = lesson.targets().values()[i];
      distance +=
          lesson.loss() == DistillationLoss.SQUARED
              ? (double) (s[i] - t) * (s[i] - t)
              : -t * log(s[i]);
    }
    int reference = lesson.referenceInputs().rows();
    return sum + (reference == 0 ? 0 : lesson.regularization() * distance / reference);
  }

  private static double log(float decision) {
    return Math.log(Math.max(decision, Float.MIN_NORMAL));
  }
}
