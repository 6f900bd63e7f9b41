package org.limbeck.architectures.vector;

import java.util.Locale;
import org.limbeck.api.architecture.NetworkLayer;

/** What follows a hidden layer. */
public enum Activation {
  TANH {
    @Override
    float of(float x) {
      return 1 - 2 / (Exp.exp(2 * x) + 1);
    }

    @Override
    float derivative(float y) {
      return 1 - y * y;
    }
  },

  RELU {
    @Override
    float of(float x) {
      return Math.max(x, 0);
    }

    @Override
    float derivative(float y) {
      return y > 0 ? 1 : 0;
    }
  };

  /** Returns the same function as others know it. */
  NetworkLayer described() {
    return NetworkLayer.ActivationFunction.valueOf(name());
  }

  static Activation named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Returns the activation of {@code x}. */
  abstract float of(float x);

  /** Returns the derivative where the activation is {@code y}. */
  abstract float derivative(float y);
}
