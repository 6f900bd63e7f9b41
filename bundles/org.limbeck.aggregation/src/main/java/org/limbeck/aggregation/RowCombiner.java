package org.limbeck.aggregation;

/** Makes one target of what a device and its neighbours say of a row. Stateless. */
@FunctionalInterface
interface RowCombiner {

  /**
   * Writes the target of a row.
   *
   * @param all what they say, at least the device itself
   * @param into receives K values at {@code offset}
   */
  void combine(NeighbourDecisions all, float[] into, int offset);
}
