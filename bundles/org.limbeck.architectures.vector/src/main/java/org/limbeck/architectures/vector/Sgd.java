package org.limbeck.architectures.vector;

/** Plain stochastic gradient descent: θ ← θ − η ∇. */
final class Sgd implements Descent {
  private final Kernels kernels;
  private final float[] weights;
  private float stepSize;

  Sgd(Kernels kernels, float[] weights) {
    this.kernels = kernels;
    this.weights = weights;
  }

  void stepSize(float stepSize) {
    this.stepSize = stepSize;
  }

  @Override
  public void take(float[] gradient, int at, int count, boolean decays) {
    kernels.add(-stepSize, gradient, 0, weights, at, count);
  }
}
