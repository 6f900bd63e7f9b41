package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.limbeck.api.Block;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;

/**
 * All that one end of an edge needs of the other one to go on from: sent when two devices meet, and
 * when frames are missing that nobody has any more. On the wire, big-endian:
 *
 * <pre>
 * bytes  content
 *     1  the length of the receiver's id, i
 *     i  the receiver's id
 *     1  flags: 1 the sender knows the receiver's incarnation, 2 it asks for a snapshot in turn
 *     4  that incarnation
 *     8  the number of transfers over the edge so far
 * (R+7)/8  a bit for each row of the public copy, lowest first
 *   4 c  its values, K for each such row
 * (R+7)/8  a bit for each row of the flow
 *   4 f  its values, K for each such row
 * </pre>
 *
 * @param receiver the id of the device that it is for
 * @param theirs the incarnation of the receiver that the sender knows; −1 for none
 * @param asks whether the sender asks for a snapshot in turn
 * @param transfers how many transfers the sender has made over the edge
 * @param copy the sender's public copy: rows that it has sent
 * @param flow what has come to the sender over the edge, net
 */
record EdgeSnapshot(
    String receiver, long theirs, boolean asks, long transfers, Block copy, Block flow) {
  /** Stands for an incarnation that is not known. */
  static final long UNKNOWN = -1;

  /** More than there can be frames, and far from where counting on would overflow. */
  private static final long MOST_TRANSFERS = 1L << 48;

  private static final int KNOWS = 1;
  private static final int ASKS = 2;
  private static final int FIXED_BYTES = 13;

  /** Returns the size of the payload. */
  int bytes(int rows) {
    return 1 + receiver.length() + FIXED_BYTES + bytes(copy, rows) + bytes(flow, rows);
  }

  void write(int rows, ByteBuffer out) {
    out.order(ByteOrder.BIG_ENDIAN);
    out.put((byte) receiver.length()).put(receiver.getBytes(StandardCharsets.US_ASCII));
    out.put((byte) ((theirs == UNKNOWN ? 0 : KNOWS) | (asks ? ASKS : 0)));
    out.putInt((int) Math.max(theirs, 0)).putLong(transfers);
    write(copy, rows, out);
    write(flow, rows, out);
  }

  /**
   * Reads a payload.
   *
   * @param rows R
   * @param width K
   * @throws MalformedFrameException if it is no snapshot of so many rows
   */
  static EdgeSnapshot read(ByteBuffer payload, int rows, int width) throws MalformedFrameException {
    ByteBuffer in = payload.slice().order(ByteOrder.BIG_ENDIAN);
    require(in, 1);
    byte[] id = new byte[Byte.toUnsignedInt(in.get())];
    require(in, id.length + FIXED_BYTES);
    in.get(id);
    int flags = in.get();
    long theirs = Integer.toUnsignedLong(in.getInt());
    long transfers = in.getLong();
    EdgeSnapshot snapshot =
        new EdgeSnapshot(
            new String(id, StandardCharsets.US_ASCII),
            (flags & KNOWS) != 0 ? theirs : UNKNOWN,
            (flags & ASKS) != 0,
            transfers,
            block(in, rows, width),
            block(in, rows, width));
    if (in.hasRemaining()) {
      throw new MalformedFrameException("a snapshot has not the length that it should have");
    }
    if (transfers < 0 || transfers > MOST_TRANSFERS) {
      throw new MalformedFrameException(
          RejectReason.OUT_OF_BOUNDS, "a snapshot tells of " + transfers + " transfers");
    }
    return snapshot;
  }

  private static int bytes(Block block, int rows) {
    return (rows + 7) / 8 + block.rows() * block.width() * Float.BYTES;
  }

  private static void write(Block block, int rows, ByteBuffer out) {
    BitSet known = new BitSet(rows);
    for (int i = 0; i < block.rows(); i++) {
      known.set(block.ids()[i]);
    }
    out.put(Arrays.copyOf(known.toByteArray(), (rows + 7) / 8));
    for (int i = 0; i < block.rows() * block.width(); i++) {
      out.putFloat(block.values()[i]);
    }
  }

  private static Block block(ByteBuffer in, int rows, int width) throws MalformedFrameException {
    require(in, (rows + 7) / 8);
    byte[] flags = new byte[(rows + 7) / 8];
    in.get(flags);
    BitSet known = BitSet.valueOf(flags);
    int count = known.cardinality();
    require(in, (long) count * width * Float.BYTES);
    Block block = new Block(count, width);
    block.rows(count);
    if (known.length() > rows) {
      throw new MalformedFrameException("a snapshot has a row beyond the last one");
    }
    int next = 0;
    for (int row = known.nextSetBit(0); row >= 0; row = known.nextSetBit(row + 1)) {
      block.ids()[next++] = row;
    }
    for (int i = 0; i < count * width; i++) {
      block.values()[i] = in.getFloat();
      if (!Float.isFinite(block.values()[i])) {
        throw new MalformedFrameException(
            RejectReason.NOT_FINITE, "a snapshot has a value that is not finite");
      }
    }
    return block;
  }

  private static void require(ByteBuffer in, long bytes) throws MalformedFrameException {
    if (in.remaining() < bytes) {
      throw new MalformedFrameException("a snapshot is cut short");
    }
  }
}
