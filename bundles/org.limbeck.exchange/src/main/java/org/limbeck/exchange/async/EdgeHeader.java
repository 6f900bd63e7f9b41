package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.exchange.frame.DeviceId;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;

/**
 * What a frame says to one neighbour about the edge between the two. On the wire, big-endian:
 *
 * <pre>
 * bytes  content
 *     1  the length of the neighbour's id, i
 *     i  the neighbour's id
 *     1  flags: 1 a transfer, 2 of all rows, 4 frames are missing
 *     4  how many frames of the neighbour the sender has taken in
 *     4  with a transfer: its weight w
 * (n+7)/8  with a transfer that is not of all n rows of the frame: a bit for each, lowest first
 * </pre>
 *
 * A frame has two bytes for the number of its edge headers, and then these.
 *
 * @param peer the id of the neighbour
 * @param missing whether frames of the neighbour are missing
 * @param heard how many frames of the neighbour the sender has taken in
 * @param weight the weight of the transfer
 * @param rows the rows of the transfer, as places among those of the frame; empty without one
 */
record EdgeHeader(String peer, boolean missing, long heard, float weight, BitSet rows) {
  private static final int TRANSFER = 1;
  private static final int ALL = 2;
  private static final int MISSING = 4;
  private static final int MOST_ID_BYTES = 64;

  /** That of an edge between two devices that have no others: {@code MixingWeights}. */
  private static final float MOST_WEIGHT = 0.5f;

  /** Flags, and how many frames have been taken in. */
  private static final int FIXED_BYTES = 5;

  /** An id has one byte at least, and its length. */
  private static final int LEAST_BYTES = 2 + FIXED_BYTES;

  /** Returns the most bytes of so many headers in a frame of so many rows. */
  static int maxBytes(int headers, int rows) {
    return Short.BYTES + headers * (1 + MOST_ID_BYTES + FIXED_BYTES + Float.BYTES + (rows + 7) / 8);
  }

  boolean transfers() {
    return !rows.isEmpty();
  }

  /** Returns room for the rows of the transfer, out of those of the frame. */
  Block select(Block selected, int width) {
    Block select = new Block(rows.cardinality(), width);
    select.rows(select.capacity());
    int next = 0;
    for (int i = rows.nextSetBit(0); i >= 0; i = rows.nextSetBit(i + 1)) {
      select.ids()[next++] = selected.ids()[i];
    }
    return select;
  }

  /** Returns whether it is worth sending. */
  boolean says() {
    return transfers() || missing || heard > 0;
  }

  /** Writes the headers of a frame of so many rows. */
  static void write(List<EdgeHeader> headers, int rows, ByteBuffer out) {
    out.putShort((short) headers.size());
    for (EdgeHeader header : headers) {
      boolean all = header.rows.cardinality() == rows;
      int flags =
          (header.transfers() ? TRANSFER | (all ? ALL : 0) : 0) | (header.missing ? MISSING : 0);
      byte[] id = header.peer.getBytes(StandardCharsets.US_ASCII);
      out.put((byte) id.length).put(id).put((byte) flags).putInt((int) header.heard);
      if (header.transfers()) {
        out.putFloat(header.weight);
        if (!all) {
          out.put(Arrays.copyOf(header.rows.toByteArray(), (rows + 7) / 8));
        }
      }
    }
  }

  /**
   * Reads the headers of a frame of so many rows, and leaves the buffer behind them. Headers
   * without a transfer share their rows, and so do those of all rows, so that few bytes cannot
   * become many.
   *
   * @throws MalformedFrameException if they are none
   */
  static List<EdgeHeader> read(ByteBuffer in, int rows) throws MalformedFrameException {
    require(in, Short.BYTES);
    int count = Short.toUnsignedInt(in.getShort());
    require(in, count * LEAST_BYTES);
    List<EdgeHeader> headers = new ArrayList<>(count);
    BitSet none = new BitSet(0);
    BitSet all = new BitSet(0);
    for (int i = 0; i < count; i++) {
      require(in, LEAST_BYTES);
      String peer = id(in);
      require(in, FIXED_BYTES);
      int flags = in.get();
      long heard = Integer.toUnsignedLong(in.getInt());
      float weight = 0;
      BitSet transferred = none;
      if ((flags & TRANSFER) != 0) {
        require(in, Float.BYTES);
        weight = in.getFloat();
        if (!(weight > 0 && weight <= MOST_WEIGHT)) {
          throw new MalformedFrameException(
              RejectReason.OUT_OF_BOUNDS, "the weight of a transfer is " + weight);
        }
        if ((flags & ALL) != 0) {
          all.set(0, rows);
          transferred = all;
        } else {
          require(in, (rows + 7) / 8);
          byte[] bits = new byte[(rows + 7) / 8];
          in.get(bits);
          transferred = BitSet.valueOf(bits);
        }
        if (transferred.length() > rows) {
          throw new MalformedFrameException("a transfer is of rows that its frame has not");
        }
      }
      headers.add(new EdgeHeader(peer, (flags & MISSING) != 0, heard, weight, transferred));
    }
    return headers;
  }

  private static String id(ByteBuffer in) throws MalformedFrameException {
    byte[] id = new byte[Math.min(MOST_ID_BYTES, Byte.toUnsignedInt(in.get()))];
    require(in, id.length);
    in.get(id);
    String text = new String(id, StandardCharsets.US_ASCII);
    if (!DeviceId.isValid(text)) {
      throw new MalformedFrameException("the notes of a frame name a device that is none");
    }
    return text;
  }

  private static void require(ByteBuffer in, int bytes) throws MalformedFrameException {
    if (in.remaining() < bytes) {
      throw new MalformedFrameException("the notes of a frame are cut short");
    }
  }
}
