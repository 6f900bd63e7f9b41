package org.limbeck.weightings;

/**
 * Tells rows of two sorts apart: the log-odds of a row are w·x + b. Both sorts count alike, however
 * many rows they have. Fitted by accelerated gradient descent from 0 (Y. Nesterov, <i>A Method of
 * Solving a Convex Programming Problem with Convergence Rate O(1/k²)</i>, Soviet Mathematics
 * Doklady 27, 1983), so that the same rows give the same odds to the last bit.
 */
final class LogisticRegression {
  private static final int STEPS = 200;

  private final double[] weights;

  /**
   * Fits it.
   *
   * @param positive rows of D features, at least one
   * @param negative rows of the other sort, at least one
   * @param regularization the factor of ‖w‖² / 2 beside the mean loss, above 0
   */
  LogisticRegression(float[][] positive, float[][] negative, double regularization) {
    int features = positive[0].length;
    double step = 1 / (largestNorm(positive, negative) / 4 + regularization);
    double[] current = new double[features + 1];
    double[] before = new double[features + 1];
    double[] ahead = new double[features + 1];
    double[] gradient = new double[features + 1];
    for (int t = 0; t < STEPS; t++) {
      double momentum = t / (t + 3.0);
      for (int i = 0; i <= features; i++) {
        ahead[i] = current[i] + momentum * (current[i] - before[i]);
        gradient[i] = i < features ? regularization * ahead[i] : 0;
      }
      addLoss(positive, 1, ahead, gradient);
      addLoss(negative, 0, ahead, gradient);
      double[] reused = before;
      before = current;
      current = reused;
      for (int i = 0; i <= features; i++) {
        current[i] = ahead[i] - step * gradient[i];
      }
    }
    this.weights = current;
  }

  /** Returns the logarithm of the odds that a row is of the positive sort. */
  double logOdds(float[] row) {
    return logOdds(row, weights);
  }

  private static double logOdds(float[] row, double[] weights) {
    double sum = weights[row.length];
    for (int i = 0; i < row.length; i++) {
      sum = Math.fma(weights[i], row[i], sum);
    }
    return sum;
  }

  /** Adds the gradient of half the mean loss of rows. */
  private static void addLoss(float[][] rows, int sort, double[] weights, double[] gradient) {
    for (float[] row : rows) {
      double probability = 1 / (1 + StrictMath.exp(-logOdds(row, weights)));
      double factor = (probability - sort) / (2 * rows.length);
      for (int i = 0; i < row.length; i++) {
        gradient[i] = Math.fma(factor, row[i], gradient[i]);
      }
      gradient[row.length] += factor;
    }
  }

  /**
   * Returns the largest ‖x‖² + 1 of all rows, which bounds the curvature of the loss four times.
   */
  private static double largestNorm(float[][] positive, float[][] negative) {
    double largest = 0;
    for (float[][] rows : new float[][][] {positive, negative}) {
      for (float[] row : rows) {
        double norm = 1;
        for (float value : row) {
          norm = Math.fma(value, value, norm);
        }
        largest = Math.max(largest, norm);
      }
    }
    return largest;
  }
}
