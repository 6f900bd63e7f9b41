package org.limbeck.architectures.vector;

import java.util.Locale;

/** What follows a hidden layer. */
public enum Activation {
  TANH {
    @Override
    void apply(float[] values, int count) {
      for (int i = 0; i < count; i++) {
        values[i] = 1 - 2 / (Exp.exp(2 * values[i]) + 1);
      }
    }

    @Override
    void scaleByDerivative(float[] gradient, float[] outputs, int count) {
      for (int i = 0; i < count; i++) {
        gradient[i] *= 1 - outputs[i] * outputs[i];
      }
    }
  },

  RELU {
    @Override
    void apply(float[] values, int count) {
      for (int i = 0; i < count; i++) {
        values[i] = Math.max(values[i], 0);
      }
    }

    @Override
    void scaleByDerivative(float[] gradient, float[] outputs, int count) {
      for (int i = 0; i < count; i++) {
        gradient[i] = outputs[i] > 0 ? gradient[i] : 0;
      }
    }
  };

  static Activation named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Applies the activation in place. */
  abstract void apply(float[] values, int count);

  /** Multiplies a gradient by the derivative, which is a function of the activation's output. */
  abstract void scaleByDerivative(float[] gradient, float[] outputs, int count);
}
