package org.limbeck.architectures.vector;

import java.util.random.RandomGenerator;

/** Adds normal noise to a gradient before another descent takes it. */
final class NoisyGradientConsumer implements GradientConsumer {
  private static final ZigguratNormal NORMAL = new ZigguratNormal();

  private final GradientConsumer descent;
  private float deviation;
  private RandomGenerator random;

  NoisyGradientConsumer(GradientConsumer descent) {
    this.descent = descent;
  }

  /** Sets the standard deviation of the noise, and where it comes from. */
  void noise(float standardDeviation, RandomGenerator source) {
    deviation = standardDeviation;
    random = source;
  }

  @Override
  public void take(float[] gradient, int at, int count, boolean decays) {
    if (deviation > 0) {
      NORMAL.add(deviation, random, gradient, count);
    }
    descent.take(gradient, at, count, decays);
  }
}
