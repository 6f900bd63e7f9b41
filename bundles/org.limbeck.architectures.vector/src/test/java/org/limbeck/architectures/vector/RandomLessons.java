package org.limbeck.architectures.vector;

import java.util.Random;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;

/** Makes lessons of random rows. */
final class RandomLessons {

  private RandomLessons() {}

  static Lesson random(
      int privateRows,
      int referenceRows,
      int features,
      int classes,
      DistillationLoss loss,
      Random random) {
    Block targets = block(referenceRows, classes, random);
    for (int row = 0; row < referenceRows; row++) {
      float sum = 0;
      for (int i = row * classes; i < (row + 1) * classes; i++) {
        targets.values()[i] = Math.abs(targets.values()[i]) + 0.01f;
        sum += targets.values()[i];
      }
      for (int i = row * classes; i < (row + 1) * classes; i++) {
        targets.values()[i] /= sum;
      }
    }
    return new Lesson(
        block(privateRows, features, random),
        random.ints(privateRows, 0, classes).toArray(),
        block(referenceRows, features, random),
        targets,
        loss,
        2);
  }

  /** Returns rows of values from −1 to 1. */
  static Block block(int rows, int width, Random random) {
    Block block = new Block(rows, width);
    block.rows(rows);
    for (int i = 0; i < block.values().length; i++) {
      block.values()[i] = 2 * random.nextFloat() - 1;
    }
    return block;
  }
}
