package org.limbeck.architectures.vector;

/** A network of dense layers in double precision. */
final class PreciseNetwork extends PreciseModel {
  private final int[] sizes;

  PreciseNetwork(Activation activation, float[] weights, int... sizes) {
    super(activation, weights);
    this.sizes = sizes;
  }

  @Override
  double[] logits(double[] inputs) {
    double[] values = inputs;
    int at = 0;
    for (int layer = 1; layer < sizes.length; layer++) {
      values = dense(layer == 1 ? values : activated(values), at, sizes[layer]);
      at += (sizes[layer - 1] + 1) * sizes[layer];
    }
    return values;
  }
}
