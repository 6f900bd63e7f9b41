package org.limbeck.architectures.vector;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Stochastic gradient descent, with momentum and weight decay as {@link TrainingOptions} says. */
final class Sgd implements GradientConsumer {
  private final Kernels kernels;
  private final TrainingOptions learning;
  private final float[] weights;

  /** v, which stays empty without momentum. */
  private final float[] velocity;

  private float stepSize;

  Sgd(Kernels kernels, TrainingOptions learning, float[] weights) {
    this.kernels = kernels;
    this.learning = learning;
    this.weights = weights;
    this.velocity = new float[learning.keepsVelocity() ? weights.length - Kernels.SPARE : 0];
  }

  void stepSize(float stepSize) {
    this.stepSize = stepSize;
  }

  @Override
  public void take(float[] gradient, int at, int count, boolean decays) {
    if (decays && learning.weightDecay() > 0) {
      kernels.add(learning.weightDecay(), weights, at, gradient, 0, count);
    }
    if (learning.keepsVelocity()) {
      kernels.decayAndAdd(learning.momentum(), gradient, 0, velocity, at, count);
      kernels.add(-stepSize, velocity, at, weights, at, count);
    } else {
      kernels.add(-stepSize, gradient, 0, weights, at, count);
    }
  }

  void save(DataOutput out) throws IOException {
    for (float value : velocity) {
      out.writeFloat(value);
    }
  }

  void restore(DataInput in) throws IOException {
    for (int i = 0; i < velocity.length; i++) {
      velocity[i] = in.readFloat();
    }
  }
}
