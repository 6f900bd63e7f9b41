package org.limbeck.testkit;

/** The way both kinds of datasets hand out the features of a row. */
@FunctionalInterface
interface RowReader {
  void read(int row, float[] into, int offset);
}
