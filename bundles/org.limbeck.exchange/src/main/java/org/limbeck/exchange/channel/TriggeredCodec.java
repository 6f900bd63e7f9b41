package org.limbeck.exchange.channel;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;

/**
 * Encodes those rows that the trigger lets pass. If it is set, the payload begins with one bit for
 * every row of the round, the first row in the lowest bit of the first byte: 1 for those that
 * follow. If none passes, the payload is empty.
 *
 * @param codec what encodes the rows
 * @param trigger what lets them pass
 */
public record TriggeredCodec(Codec codec, EventTrigger trigger) {

  /** Returns the most bytes that {@link #encode} writes. */
  public int maxBytes(int rows, int width) {
    return Math.addExact(mapBytes(rows), codec.maxBytes(rows, width));
  }

  public float gamma(int width) {
    return codec.gamma(width);
  }

  /** Writes the rows that pass, and replaces the block by what a receiver will decode. */
  public void encode(Block block, ByteBuffer out) {
    int start = out.position();
    if (trigger.isSet()) {
      pick(block, out);
      if (block.rows() == 0) {
        out.position(start);
        return;
      }
    }
    int begin = out.position();
    codec.encode(block, out);
    try {
      codec.decode(out.duplicate().limit(out.position()).position(begin), block);
    } catch (MalformedPayloadException e) {
      throw new IllegalStateException("the codec cannot read what it wrote: " + e.getMessage(), e);
    }
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @param selected the ids of the rows of the round
   * @param into receives the ids and the values of those that were sent
   */
  public void decode(ByteBuffer in, Block selected, Block into) throws MalformedPayloadException {
    into.selectLike(selected);
    if (trigger.isSet()) {
      if (!in.hasRemaining()) {
        into.rows(0);
        return;
      }
      RowMap.read(in, selected, into);
    }
    codec.decode(in, into);
  }

  /** Returns whether a payload begins with a map of its rows. */
  public boolean sendsMap() {
    return trigger.isSet();
  }

  /** Returns the bytes of the map of so many rows; 0 if there is none. */
  public int mapBytes(int rows) {
    return trigger.isSet() ? RowMap.bytes(rows) : 0;
  }

  /** Writes the map, and moves the rows that pass to the front of the block. */
  private void pick(Block block, ByteBuffer out) {
    int rows = block.rows();
    int width = block.width();
    double least = trigger.least(block);
    int passed = 0;
    int bits = 0;
    for (int row = 0; row < rows; row++) {
      if (trigger.passes(block, row, least)) {
        block.ids()[passed] = block.ids()[row];
        System.arraycopy(block.values(), row * width, block.values(), passed * width, width);
        passed++;
        bits |= 1 << row % Byte.SIZE;
      }
      if (row % Byte.SIZE == Byte.SIZE - 1 || row == rows - 1) {
        out.put((byte) bits);
        bits = 0;
      }
    }
    block.rows(passed);
  }
}
