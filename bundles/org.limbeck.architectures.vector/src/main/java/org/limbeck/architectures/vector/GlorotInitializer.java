package org.limbeck.architectures.vector;

import java.util.random.RandomGenerator;

/** Initial weights from the uniform distribution of Glorot and Bengio (AISTATS 2010, eq. 16). */
final class GlorotInitializer {

  private GlorotInitializer() {}

  /**
   * Draws {@code count} weights from {@code at}.
   *
   * @param inputs how many values an output depends on
   * @param outputs how many values an input acts on
   */
  static void fill(
      float[] weights, int at, int count, int inputs, int outputs, RandomGenerator random) {
    float limit = (float) Math.sqrt(6.0 / (inputs + outputs));
    for (int i = at; i < at + count; i++) {
      weights[i] = limit * (2 * random.nextFloat() - 1);
    }
  }
}
