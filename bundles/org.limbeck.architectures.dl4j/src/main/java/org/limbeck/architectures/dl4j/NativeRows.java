package org.limbeck.architectures.dl4j;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Rows of equal shape outside the heap, kept for reuse from call to call. */
final class NativeRows implements AutoCloseable {
  private final long[] shape;
  private INDArray all;
  private INDArray some;

  /**
   * Makes an empty batch.
   *
   * @param row the shape of a row
   */
  NativeRows(long... row) {
    this.shape = new long[row.length + 1];
    System.arraycopy(row, 0, shape, 1, row.length);
  }

  /** Returns the first {@code rows} rows as an array, which is valid until the next call. */
  INDArray rows(int rows) {
    if (all == null || all.size(0) < rows) {
      close();
      shape[0] = rows;
      all = Nd4j.createUninitializedDetached(DataType.FLOAT, shape);
      some = all;
    }
    if (some.size(0) != rows) {
      some = all.get(NDArrayIndex.interval(0, rows));
    }
    return some;
  }

  /** Returns the values of the rows, row-major; valid as long as the rows. */
  FloatBuffer values() {
    return all.data().asNioFloat();
  }

  @Override
  public void close() {
    if (all != null) {
      all.close();
      all = null;
      some = null;
    }
  }
}
