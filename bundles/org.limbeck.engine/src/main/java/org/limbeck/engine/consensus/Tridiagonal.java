package org.limbeck.engine.consensus;

/** A symmetric tridiagonal matrix with eigenvalues from 0 to 1, give or take rounding. */
final class Tridiagonal {
  private static final int BISECTIONS = 60;

  private Tridiagonal() {}

  /**
   * Returns the largest eigenvalue, by bisection on Sturm sequences: W. Givens, 1954; J. Wilkinson,
   * <i>The Algebraic Eigenvalue Problem</i>, 1965.
   *
   * @param diagonal the diagonal
   * @param beside what stands beside it: entry i is in rows i and i + 1
   * @param size the number of rows that count
   */
  static double largest(double[] diagonal, double[] beside, int size) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (isAbove(middle, diagonal, beside, size)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Returns whether all eigenvalues are below a number: all pivots are negative. */
  private static boolean isAbove(double number, double[] diagonal, double[] beside, int size) {
    double pivot = diagonal[0] - number;
    for (int i = 1; i < size && pivot < 0; i++) {
      pivot = diagonal[i] - number - beside[i - 1] * beside[i - 1] / pivot;
    }
    return pivot < 0;
  }
}
