package org.limbeck.testkit;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.limbeck.api.Block;

/** Makes, copies and reads blocks. */
final class Blocks {

  private Blocks() {}

  /** Returns an empty-valued block for the given rows. */
  static Block of(int[] ids, int width) {
    Block block = new Block(ids.length, width);
    System.arraycopy(ids, 0, block.ids(), 0, ids.length);
    block.rows(ids.length);
    return block;
  }

  static Block of(int[] ids, int width, float... values) {
    Block block = of(ids, width);
    System.arraycopy(values, 0, block.values(), 0, values.length);
    return block;
  }

  /** Returns a block with values from −range to range. */
  static Block random(int[] ids, int width, float range, RandomGenerator random) {
    Block block = of(ids, width);
    for (int i = 0; i < block.values().length; i++) {
      block.values()[i] = range * (2 * random.nextFloat() - 1);
    }
    return block;
  }

  /** Returns a block of rows on the probability simplex. */
  static Block decisions(int[] ids, int classes, RandomGenerator random) {
    Block block = of(ids, classes);
    for (int row = 0; row < ids.length; row++) {
      float sum = 0;
      for (int k = 0; k < classes; k++) {
        float share = random.nextFloat() + 0.001f;
        block.values()[row * classes + k] = share;
        sum += share;
      }
      for (int k = 0; k < classes; k++) {
        block.values()[row * classes + k] /= sum;
      }
    }
    return block;
  }

  /**
   * Returns the same rows in a block with room for more, filled with values that must not count.
   */
  static Block roomier(Block block) {
    Block roomy = new Block(block.rows() + 3, block.width());
    Arrays.fill(roomy.values(), Float.NaN);
    roomy.selectLike(block);
    System.arraycopy(block.values(), 0, roomy.values(), 0, block.rows() * block.width());
    return roomy;
  }

  static Block copy(Block block) {
    Block copy = of(ids(block), block.width());
    System.arraycopy(block.values(), 0, copy.values(), 0, copy.values().length);
    return copy;
  }

  static int[] ids(Block block) {
    return Arrays.copyOf(block.ids(), block.rows());
  }

  static float[] values(Block block) {
    return Arrays.copyOf(block.values(), block.rows() * block.width());
  }

  static int[] range(int from, int to) {
    int[] ids = new int[to - from];
    Arrays.setAll(ids, i -> from + i);
    return ids;
  }
}
