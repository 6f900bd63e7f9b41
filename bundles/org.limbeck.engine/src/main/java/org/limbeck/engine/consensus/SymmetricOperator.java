package org.limbeck.engine.consensus;

/** A symmetric matrix by what it does to vectors. */
@FunctionalInterface
interface SymmetricOperator {

  /** Writes the product with a vector, another array, into {@code result}. */
  void apply(double[] vector, double[] result);
}
