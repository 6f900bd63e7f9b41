package org.limbeck.engine.consensus;

import java.util.List;

/** MᵀM of the product M of symmetric matrices, the first of which is applied first. */
final class PeriodSquare implements SymmetricOperator {
  private final List<? extends SymmetricOperator> matrices;
  private final double[] once;
  private final double[] twice;

  PeriodSquare(List<? extends SymmetricOperator> matrices, int size) {
    this.matrices = matrices;
    this.once = new double[size];
    this.twice = new double[size];
  }

  @Override
  public void apply(double[] vector, double[] result) {
    System.arraycopy(vector, 0, once, 0, vector.length);
    for (int t = 0; t < matrices.size(); t++) {
      step(t);
    }
    for (int t = matrices.size() - 1; t >= 0; t--) {
      step(t);
    }
    System.arraycopy(once, 0, result, 0, result.length);
  }

  private void step(int t) {
    matrices.get(t).apply(once, twice);
    System.arraycopy(twice, 0, once, 0, once.length);
  }
}
