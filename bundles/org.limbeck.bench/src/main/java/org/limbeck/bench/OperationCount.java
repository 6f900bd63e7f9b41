package org.limbeck.bench;

/**
 * The multiplications and additions that networks need, counted as two per multiply-add: what
 * matrices and convolutions need, without biases, activations and losses.
 */
final class OperationCount {

  private OperationCount() {}

  /**
   * What a prediction needs.
   *
   * @param sizes inputs, units of each hidden layer, classes
   */
  static double predictDense(int rows, int... sizes) {
    double weights = 0;
    for (int layer = 0; layer + 1 < sizes.length; layer++) {
      weights += (double) sizes[layer] * sizes[layer + 1];
    }
    return 2 * rows * weights;
  }

  /**
   * What a training step needs: a prediction, the gradient with respect to all weights, and that
   * with respect to the inputs of all layers but the first.
   *
   * @param sizes inputs, units of each hidden layer, classes
   */
  static double trainDense(int rows, int... sizes) {
    double prediction = predictDense(rows, sizes);
    return 3 * prediction - 2.0 * rows * sizes[0] * sizes[1];
  }

  /**
   * What a training step of the convolutional network needs: 28x28 pixels, 5x5 filters without
   * padding, each followed by 2x2 pooling, and two dense layers.
   */
  static double trainCnn(int rows, int first, int second, int hidden, int classes) {
    double one = 2.0 * rows * 24 * 24 * 25 * first;
    double two = 2.0 * rows * 8 * 8 * 25 * first * second;
    return 2 * one + 3 * two + 3 * predictDense(rows, 16 * second, hidden, classes);
  }
}
