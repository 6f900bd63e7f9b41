package org.limbeck.exchange.snapshot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.exchange.frame.MalformedFrameException;

/**
 * All of a device's estimate at once, for a neighbour that has just joined. On the wire: a bit per
 * reference row, lowest bit first, that is set if the row was ever exchanged; then K big-endian
 * floats for each such row.
 */
public final class EstimateSnapshot {
  private final int rows;
  private final int classes;
  private final BitSet known;
  private final float[] values;

  private EstimateSnapshot(int rows, int classes, BitSet known) {
    this.rows = rows;
    this.classes = classes;
    this.known = known;
    this.values = new float[Math.multiplyExact(rows, classes)];
  }

  public static EstimateSnapshot of(Estimate estimate, int rows, int classes) {
    EstimateSnapshot snapshot = new EstimateSnapshot(rows, classes, new BitSet(rows));
    for (int row = 0; row < rows; row++) {
      snapshot.known.set(row, estimate.read(row, snapshot.values, row * classes));
    }
    return snapshot;
  }

  public static EstimateSnapshot decode(ByteBuffer payload, int rows, int classes)
      throws MalformedFrameException {
    ByteBuffer in = payload.slice().order(ByteOrder.BIG_ENDIAN);
    if (in.remaining() < flagBytes(rows)) {
      throw new MalformedFrameException("a snapshot is too short for " + rows + " rows");
    }
    byte[] flags = new byte[flagBytes(rows)];
    in.get(flags);
    BitSet known = BitSet.valueOf(flags).get(0, rows);
    long count = known.cardinality();
    if (in.remaining() != count * classes * Float.BYTES) {
      throw new MalformedFrameException("a snapshot has not the length of its " + count + " rows");
    }
    EstimateSnapshot snapshot = new EstimateSnapshot(rows, classes, known);
    for (int row = known.nextSetBit(0); row >= 0; row = known.nextSetBit(row + 1)) {
      for (int k = row * classes; k < (row + 1) * classes; k++) {
        snapshot.values[k] = in.getFloat();
        if (!Float.isFinite(snapshot.values[k])) {
          throw new MalformedFrameException("a snapshot has a value that is not finite");
        }
      }
    }
    return snapshot;
  }

  public static int maxBytes(int rows, int classes) {
    return Math.addExact(
        flagBytes(rows), Math.multiplyExact(Math.multiplyExact(rows, classes), Float.BYTES));
  }

  public void encode(ByteBuffer out) {
    out.order(ByteOrder.BIG_ENDIAN);
    out.put(Arrays.copyOf(known.toByteArray(), flagBytes(rows)));
    for (int row = known.nextSetBit(0); row >= 0; row = known.nextSetBit(row + 1)) {
      for (int k = row * classes; k < (row + 1) * classes; k++) {
        out.putFloat(values[k]);
      }
    }
  }

  public boolean knows(int row) {
    return known.get(row);
  }

  /** Adds {@code weight} times a row to {@code sum}, if the row is known. */
  public void addTo(float[] sum, int offset, int row, float weight) {
    for (int k = 0; known.get(row) && k < classes; k++) {
      sum[offset + k] = Math.fma(weight, values[row * classes + k], sum[offset + k]);
    }
  }

  private static int flagBytes(int rows) {
    return (rows + 7) / 8;
  }
}
