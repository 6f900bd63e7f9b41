package org.limbeck.exchange.channel;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.MalformedPayloadException;

/**
 * Which of the rows of a round a frame has: one bit for every row of the round, the first row in
 * the lowest bit of the first byte, 1 for those that follow.
 */
public final class RowMap {

  private RowMap() {}

  /** Returns the bytes of the map of so many rows. */
  public static int bytes(int rows) {
    return (rows + Byte.SIZE - 1) / Byte.SIZE;
  }

  /**
   * Writes a map.
   *
   * @param selected the ids of the rows of the round
   * @param sent those of them that the frame has, in the same order
   */
  public static void write(Block selected, Block sent, ByteBuffer out) {
    int bits = 0;
    int written = 0;
    for (int row = 0; row < selected.rows(); row++) {
      if (written < sent.rows() && sent.ids()[written] == selected.ids()[row]) {
        written++;
        bits |= 1 << row % Byte.SIZE;
      }
      if (row % Byte.SIZE == Byte.SIZE - 1 || row == selected.rows() - 1) {
        out.put((byte) bits);
        bits = 0;
      }
    }
  }

  /**
   * Reads a map.
   *
   * @param selected the ids of the rows of the round
   * @param into receives the ids of those that the frame has
   * @throws MalformedPayloadException if it ends early, names rows beyond the last one, or none
   */
  static void read(ByteBuffer in, Block selected, Block into) throws MalformedPayloadException {
    int rows = selected.rows();
    if (in.remaining() < bytes(rows)) {
      throw new MalformedPayloadException(
          "a map of " + rows + " rows takes " + bytes(rows) + " bytes, not " + in.remaining());
    }
    int bits = 0;
    int passed = 0;
    for (int row = 0; row < rows; row++) {
      bits = row % Byte.SIZE == 0 ? Byte.toUnsignedInt(in.get()) : bits >>> 1;
      if ((bits & 1) == 1) {
        into.ids()[passed++] = selected.ids()[row];
      }
    }
    if (bits > 1) {
      throw new MalformedPayloadException("the map names rows beyond the last one");
    }
    if (passed == 0) {
      throw new MalformedPayloadException("the map names no row");
    }
    into.rows(passed);
  }
}
