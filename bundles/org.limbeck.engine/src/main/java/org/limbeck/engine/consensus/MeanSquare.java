package org.limbeck.engine.consensus;

import java.util.Arrays;
import java.util.List;

/** The mean of the squares of some matrices. */
final class MeanSquare implements SymmetricOperator {
  private final List<? extends SymmetricOperator> matrices;
  private final double[] once;
  private final double[] twice;

  MeanSquare(List<? extends SymmetricOperator> matrices, int size) {
    this.matrices = matrices;
    this.once = new double[size];
    this.twice = new double[size];
  }

  @Override
  public void apply(double[] vector, double[] result) {
    Arrays.fill(result, 0);
    for (SymmetricOperator matrix : matrices) {
      matrix.apply(vector, once);
      matrix.apply(once, twice);
      for (int i = 0; i < result.length; i++) {
        result[i] += twice[i] / matrices.size();
      }
    }
  }
}
