package org.limbeck.architectures.classic;

import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;

/** Makes rows, and lessons of them. */
final class ClusterLessons {
  static final float RHO = 2;

  private ClusterLessons() {}

  /** Returns rows with the ids {@code first} and following. */
  static Block rows(int first, int width, float... values) {
    Block block = new Block(values.length / width, width);
    block.rows(block.capacity());
    for (int row = 0; row < block.rows(); row++) {
      block.ids()[row] = first + row;
    }
    System.arraycopy(values, 0, block.values(), 0, values.length);
    return block;
  }

  static Lesson labelled(Block rows, int classes, int... labels) {
    return new Lesson(
        rows,
        labels,
        new Block(0, rows.width()),
        new Block(0, classes),
        DistillationLoss.SQUARED,
        RHO);
  }

  static Lesson aimed(Block rows, Block targets, float regularization) {
    return new Lesson(
        new Block(0, rows.width()),
        new int[0],
        rows,
        targets,
        DistillationLoss.SQUARED,
        regularization);
  }

  /** Returns rows of few different values, so that many are equally far from each other. */
  static float[] grid(int values, RandomGenerator random) {
    float[] grid = new float[values];
    for (int i = 0; i < values; i++) {
      grid[i] = random.nextInt(4) / 4f;
    }
    return grid;
  }

  /** Returns rows on the simplex. */
  static float[] decisions(int rows, int classes, RandomGenerator random) {
    float[] decisions = new float[rows * classes];
    for (int row = 0; row < rows; row++) {
      float sum = 0;
      for (int k = 0; k < classes; k++) {
        decisions[row * classes + k] = 0.1f + random.nextFloat();
        sum += decisions[row * classes + k];
      }
      for (int k = 0; k < classes; k++) {
        decisions[row * classes + k] /= sum;
      }
    }
    return decisions;
  }
}
