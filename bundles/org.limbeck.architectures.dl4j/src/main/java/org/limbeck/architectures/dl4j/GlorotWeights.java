package org.limbeck.architectures.dl4j;

import java.util.random.RandomGenerator;

/** Initial weights from the uniform distribution of Glorot and Bengio (AISTATS 2010, eq. 16). */
final class GlorotWeights {

  private GlorotWeights() {}

  /**
   * Draws {@code count} weights.
   *
   * @param fans how many values an output depends on, and how many an input acts on, together
   */
  static float[] draw(int count, long fans, RandomGenerator random) {
    float limit = (float) Math.sqrt(6.0 / fans);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = limit * (2 * random.nextFloat() - 1);
    }
    return values;
  }
}
