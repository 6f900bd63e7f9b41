package org.limbeck.codecs;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.MalformedPayloadException;

/**
 * Writes every row's header and symbols as a range code. The models of headers and of symbols learn
 * from the block alone, so that blocks can be lost; they are all that a call allocates.
 */
final class RangeCodedRows {

  private RangeCodedRows() {}

  /** Returns whether the code ends before {@code end}; if not, part of it is written. */
  static boolean write(Quantiser quantiser, Block block, ByteBuffer out, int end) {
    RangeWriter code = new RangeWriter(out, end);
    AdaptiveModel headers = new AdaptiveModel(Byte.SIZE);
    AdaptiveModel symbols = new AdaptiveModel(quantiser.bits());
    int width = block.width();
    for (int row = 0; row < block.rows(); row++) {
      int header = quantiser.header(block.values(), row * width, width);
      code.put(headers, header);
      if (header != 0) {
        float scale = quantiser.scale(header);
        for (int i = row * width; i < (row + 1) * width; i++) {
          code.put(symbols, quantiser.symbol(block.values()[i], scale));
        }
      }
    }
    return code.end();
  }

  static void read(Quantiser quantiser, ByteBuffer in, Block block)
      throws MalformedPayloadException {
    RangeReader code = new RangeReader(in);
    AdaptiveModel headers = new AdaptiveModel(Byte.SIZE);
    AdaptiveModel symbols = new AdaptiveModel(quantiser.bits());
    int width = block.width();
    for (int row = 0; row < block.rows(); row++) {
      int header = code.get(headers);
      quantiser.requireHeader(header, row);
      float scale = header == 0 ? 0 : quantiser.scale(header);
      for (int i = row * width; i < (row + 1) * width; i++) {
        block.values()[i] = header == 0 ? 0 : quantiser.value(code.get(symbols), scale);
      }
    }
    code.end();
  }
}
