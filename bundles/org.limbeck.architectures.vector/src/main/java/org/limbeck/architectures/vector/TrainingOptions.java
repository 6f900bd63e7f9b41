package org.limbeck.architectures.vector;

import java.util.stream.IntStream;

/**
 * How models learn beyond plain stochastic gradient descent; all 0 is plain.
 *
 * @param momentum μ of v ← μ v + ∇, θ ← θ − η v; from 0 to below 1
 * @param weightDecay λ, which adds λ θ to the gradient of weights, not of biases; 0 or more
 * @param dropout the share of the units of hidden dense layers that a step leaves out; from 0 to
 *     below 1
 */
record TrainingOptions(float momentum, float weightDecay, float dropout) {
  /** The description of the option {@code momentum}. */
  static final String MOMENTUM = "How much of the last step the next repeats, 0 to 0.999";

  /** The description of the option {@code weightDecay}. */
  static final String WEIGHT_DECAY =
      "How strongly a step pulls weights to 0: times the step size, 0 to 1";

  /** The description of the option {@code dropout}. */
  static final String DROPOUT =
      "The share of the units of hidden dense layers that a step leaves out, 0 to 0.9";

  static final TrainingOptions PLAIN = new TrainingOptions(0, 0, 0);

  TrainingOptions {
    requireShare("momentum", momentum);
    requireShare("dropout", dropout);
    if (!(weightDecay >= 0 && weightDecay < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weight decay is 0 or more, not " + weightDecay);
    }
  }

  private static void requireShare(String name, float value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " is from 0 to below 1, not " + value);
    }
  }

  boolean keepsVelocity() {
    return momentum > 0;
  }

  boolean dropsOut() {
    return dropout > 0;
  }

  /** Returns the numbers that tell networks apart, with what else the state of a model has. */
  int[] signature(int[] layers) {
    IntStream extras =
        IntStream.concat(
            keepsVelocity() ? IntStream.of(-1) : IntStream.empty(),
            dropsOut() ? IntStream.of(-2) : IntStream.empty());
    return IntStream.concat(IntStream.of(layers), extras).toArray();
  }

  /** Says what else the state of a model has, to follow what its layers are. */
  String extras() {
    return (keepsVelocity() ? " with momentum" : "") + (dropsOut() ? " with dropout" : "");
  }
}
