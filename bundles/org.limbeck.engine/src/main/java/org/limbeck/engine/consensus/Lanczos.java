package org.limbeck.engine.consensus;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Finds the largest eigenvalue that a symmetric operator has on the vectors whose entries sum to 0.
 * C. Lanczos, 1950, in the order of operations that C. Paige, <i>Computational Variants of the
 * Lanczos Method for the Eigenproblem</i>, 1972, found to be stable. Vectors are not made
 * orthogonal again, which repeats eigenvalues but does not move the largest one; so all it needs is
 * three vectors, and two numbers a step.
 */
final class Lanczos {
  private static final double PRECISION = 1e-9;
  private static final double NOTHING = 1e-14;
  private static final int FIRST_STEPS = 32;

  private final SymmetricOperator operator;
  private final int most;
  private double[] diagonal = new double[FIRST_STEPS];
  private double[] beside = new double[FIRST_STEPS];
  private double[] former;
  private double[] vector;
  private int steps;

  /**
   * Starts with a random vector of entries that sum to 0, always the same one.
   *
   * @param operator maps such vectors to such vectors; its eigenvalues on them are from 0 to 1
   * @param size the length of vectors, at least 2
   */
  Lanczos(SymmetricOperator operator, int size) {
    this.operator = operator;
    this.most = 20 * size + 1_000;
    this.former = new double[size];
    this.vector = new SplittableRandom(size).doubles(size).toArray();
    center(vector);
    scale(vector, 1 / norm(vector));
  }

  /** Returns the largest eigenvalue, its distance to 1 with about nine digits. */
  double largest() {
    double before = Double.NaN;
    double largest = 0;
    boolean more = true;
    for (int goal = FIRST_STEPS; more && steps < most; goal += goal / 2) {
      more = extend(goal);
      largest = Tridiagonal.largest(diagonal, beside, steps);
      more &= !(Math.abs(largest - before) <= Math.max(NOTHING, PRECISION * (1 - largest)));
      before = largest;
    }
    return largest;
  }

  /** Goes on until there are so many steps; returns false if the space is exhausted before. */
  private boolean extend(int goal) {
    diagonal = Arrays.copyOf(diagonal, goal);
    beside = Arrays.copyOf(beside, goal);
    double[] next = new double[vector.length];
    while (steps < goal) {
      operator.apply(vector, next);
      double back = steps == 0 ? 0 : beside[steps - 1];
      for (int i = 0; i < next.length; i++) {
        next[i] -= back * former[i];
      }
      diagonal[steps] = dot(vector, next);
      for (int i = 0; i < next.length; i++) {
        next[i] -= diagonal[steps] * vector[i];
      }
      center(next);
      double length = norm(next);
      beside[steps++] = length;
      if (length < NOTHING) {
        return false;
      }
      scale(next, 1 / length);
      double[] free = former;
      former = vector;
      vector = next;
      next = free;
    }
    return true;
  }

  private static void center(double[] vector) {
    double mean = Arrays.stream(vector).sum() / vector.length;
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= mean;
    }
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
