package org.limbeck.engine.swap;

/** What a new model learns from. */
@FunctionalInterface
interface SoftLabelSource {

  /**
   * Writes the soft decisions on a reference row: K values on the simplex.
   *
   * @return false if nothing is known of the row
   */
  boolean teach(int row, float[] into, int offset);
}
