package org.limbeck.architectures.dl4j;

import org.limbeck.api.architecture.NetworkLayer.ActivationFunction;

/** What follows a hidden layer, as loops that the JVM can turn into vector instructions. */
enum Nonlinearity {
  TANH {
    @Override
    void apply(float[] values, int count) {
      for (int i = 0; i < count; i++) {
        float x = Math.max(-LIMIT, Math.min(LIMIT, values[i]));
        float y = x * x;
        float p = -2.7607684e-16f * y + 2.000188e-13f;
        p = p * y - 8.604672e-11f;
        p = p * y + 5.1222973e-8f;
        p = p * y + 1.48572235e-5f;
        p = p * y + 6.3726195e-4f;
        p = p * y + 0.0048935246f;
        float q = 1.1982584e-6f * y + 1.1853471e-4f;
        q = q * y + 0.0022684347f;
        q = q * y + 0.004893525f;
        values[i] = x * p / q;
      }
    }

    @Override
    void chain(float[] outputs, float[] errors, int count) {
      for (int i = 0; i < count; i++) {
        errors[i] *= 1 - outputs[i] * outputs[i];
      }
    }
  },

  RELU {
    @Override
    void apply(float[] values, int count) {
      for (int i = 0; i < count; i++) {
        values[i] = Math.max(0, values[i]);
      }
    }

    @Override
    void chain(float[] outputs, float[] errors, int count) {
      for (int i = 0; i < count; i++) {
        errors[i] = outputs[i] > 0 ? errors[i] : 0;
      }
    }
  };

  /**
   * Where the rational approximation of tanh of Eigen ({@code generic_fast_tanh_float}), odd of
   * degree 13 over even of degree 6, is 1 to float precision.
   */
  private static final float LIMIT = 7.905311f;

  /** Returns the same function as others know it. */
  ActivationFunction described() {
    return ActivationFunction.valueOf(name());
  }

  /** Applies it to the first {@code count} values. */
  abstract void apply(float[] values, int count);

  /** Turns errors of the outputs into those of what it was applied to. */
  abstract void chain(float[] outputs, float[] errors, int count);
}
