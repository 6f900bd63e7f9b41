package org.limbeck.exchange.snapshot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.exchange.frame.MalformedFrameException;

/**
 * All of a device's estimate at once, for a neighbour that has just joined. On the wire: a bit per
 * reference row, lowest bit first, that is set if the row was ever exchanged; then K big-endian
 * floats for each such row.
 */
public final class EstimateSnapshot {
  private final int classes;
  private final boolean[] known;
  private final float[] values;

  private EstimateSnapshot(int rows, int classes) {
    this.classes = classes;
    this.known = new boolean[rows];
    this.values = new float[Math.multiplyExact(rows, classes)];
  }

  public static EstimateSnapshot of(Estimate estimate, int rows, int classes) {
    EstimateSnapshot snapshot = new EstimateSnapshot(rows, classes);
    for (int row = 0; row < rows; row++) {
      snapshot.known[row] = estimate.read(row, snapshot.values, row * classes);
    }
    return snapshot;
  }

  public static EstimateSnapshot decode(ByteBuffer payload, int rows, int classes)
      throws MalformedFrameException {
    ByteBuffer in = payload.slice().order(ByteOrder.BIG_ENDIAN);
    if (in.remaining() < flagBytes(rows)) {
      throw new MalformedFrameException("a snapshot is too short for " + rows + " rows");
    }
    long count = 0;
    for (int row = 0; row < rows; row++) {
      count += isSet(in, row) ? 1 : 0;
    }
    if (in.remaining() != flagBytes(rows) + count * classes * Float.BYTES) {
      throw new MalformedFrameException("a snapshot has not the length of its " + count + " rows");
    }
    EstimateSnapshot snapshot = new EstimateSnapshot(rows, classes);
    for (int row = 0; row < rows; row++) {
      snapshot.known[row] = isSet(in, row);
    }
    in.position(flagBytes(rows));
    for (int row = 0; row < rows; row++) {
      for (int k = row * classes; snapshot.known[row] && k < (row + 1) * classes; k++) {
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
    byte[] flags = new byte[flagBytes(known.length)];
    for (int row = 0; row < known.length; row++) {
      flags[row / 8] |= (byte) ((known[row] ? 1 : 0) << row % 8);
    }
    out.order(ByteOrder.BIG_ENDIAN).put(flags);
    for (int row = 0; row < known.length; row++) {
      for (int k = row * classes; known[row] && k < (row + 1) * classes; k++) {
        out.putFloat(values[k]);
      }
    }
  }

  public boolean knows(int row) {
    return known[row];
  }

  /** Adds {@code weight} times a row to {@code sum}, if the row is known. */
  public void addTo(float[] sum, int offset, int row, float weight) {
    for (int k = 0; known[row] && k < classes; k++) {
      sum[offset + k] = Math.fma(weight, values[row * classes + k], sum[offset + k]);
    }
  }

  private static boolean isSet(ByteBuffer flags, int row) {
    return (flags.get(row / 8) >> (row % 8) & 1) != 0;
  }

  private static int flagBytes(int rows) {
    return (rows + 7) / 8;
  }
}
