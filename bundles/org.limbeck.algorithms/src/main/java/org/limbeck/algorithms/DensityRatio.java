package org.limbeck.algorithms;

/**
 * An estimate of the ratio of two densities, that of known rows y to that of auxiliary rows x:
 * KuLSIF of T. Kanamori, T. Suzuki, M. Sugiyama, <i>Statistical Analysis of Kernel-Based
 * Least-Squares Density-Ratio Estimation</i>, Machine Learning 86, 2012. With the Gaussian kernel
 * k(a, b) = exp(−‖a − b‖² / (2 σ²)),
 *
 * <p>r(z) = Σ_i α_i k(z, x_i) + 1 / (m λ) Σ_j k(z, y_j), where (K_xx / n + λ I) α = −K_xy 1 / (n m
 * λ).
 */
final class DensityRatio {
  private final double width;
  private final double lambda;
  private final float[][] known;
  private final float[][] auxiliary;
  private final double[] alpha;

  /**
   * Fits the estimate.
   *
   * @param width σ, above 0
   * @param lambda λ, above 0
   * @param known m rows y, at least one; kept
   * @param auxiliary n rows x, at least one; kept
   */
  DensityRatio(double width, double lambda, float[][] known, float[][] auxiliary) {
    this.width = width;
    this.lambda = lambda;
    this.known = known;
    this.auxiliary = auxiliary;
    this.alpha = fit();
  }

  /** Returns r(z). */
  double at(float[] z) {
    double ratio = 0;
    for (int i = 0; i < auxiliary.length; i++) {
      ratio += alpha[i] * kernel(z, auxiliary[i]);
    }
    double near = 0;
    for (float[] row : known) {
      near += kernel(z, row);
    }
    return ratio + near / (known.length * lambda);
  }

  /** Returns ‖a − b‖², by four sums that do not wait for each other. */
  static double distance(float[] a, float[] b) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      first += square(a[i] - b[i]);
      second += square(a[i + 1] - b[i + 1]);
      third += square(a[i + 2] - b[i + 2]);
      fourth += square(a[i + 3] - b[i + 3]);
    }
    for (; i < a.length; i++) {
      first += square(a[i] - b[i]);
    }
    return first + second + (third + fourth);
  }

  private static double square(float difference) {
    return (double) difference * difference;
  }

  private double kernel(float[] a, float[] b) {
    return StrictMath.exp(-distance(a, b) / (2 * width * width));
  }

  private double[] fit() {
    int n = auxiliary.length;
    double[][] matrix = new double[n][n];
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = kernel(auxiliary[i], auxiliary[j]) / n;
      }
      matrix[i][i] += lambda;
      for (float[] row : known) {
        right[i] -= kernel(auxiliary[i], row) / (n * lambda * known.length);
      }
    }
    solve(matrix, right);
    return right;
  }

  /** Solves A x = b of a positive definite A, of which the lower half is given, by Cholesky. */
  private static void solve(double[][] lower, double[] b) {
    int n = b.length;
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double sum = lower[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        b[i] -= lower[i][k] * b[k];
      }
      b[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        b[i] -= lower[k][i] * b[k];
      }
      b[i] /= lower[i][i];
    }
  }
}
