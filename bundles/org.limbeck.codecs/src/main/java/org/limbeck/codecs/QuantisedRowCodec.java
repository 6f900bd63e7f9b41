package org.limbeck.codecs;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;

/**
 * Writes the headers of all rows, and then the packed symbols of those that are not zeros; or, with
 * {@code adaptive} and for any rows, a byte that says which of two is shorter: 0 and the same, or 1
 * and the range code of every row's header and symbols.
 */
abstract class QuantisedRowCodec implements Codec {
  private static final byte PACKED = 0;
  private static final byte RANGE = 1;

  private final Quantiser quantiser;
  private final boolean adaptive;
  private final GammaOption gamma;

  QuantisedRowCodec(Quantiser quantiser, boolean adaptive, float gamma) {
    this.quantiser = quantiser;
    this.adaptive = adaptive;
    this.gamma = new GammaOption(gamma);
  }

  @Override
  public int maxBytes(int rows, int width) {
    return Math.toIntExact((adaptive ? 1 : 0) + packedBytes(rows, rows, width));
  }

  @Override
  public void encode(Block block, ByteBuffer out) {
    if (adaptive && block.rows() > 0) {
      int start = out.position();
      out.put(RANGE);
      long most = packedBytes(block.rows(), coded(block), block.width());
      if (RangeCodedRows.write(quantiser, block, out, (int) (out.position() + most))) {
        return;
      }
      out.position(start).put(PACKED);
    }
    pack(block, out);
  }

  @Override
  public void decode(ByteBuffer in, Block block) throws MalformedPayloadException {
    if (adaptive && block.rows() > 0) {
      PayloadLength.requireAtLeast(in, 1, block, "values");
      byte form = in.get();
      if (form == RANGE) {
        RangeCodedRows.read(quantiser, in, block);
        return;
      }
      if (form != PACKED) {
        throw new MalformedPayloadException("there is no form " + form + " of a payload");
      }
    }
    unpack(in, block);
  }

  /** Returns 1, unless an option says otherwise. */
  @Override
  public float gamma(int width) {
    return gamma.or(1);
  }

  private void pack(Block block, ByteBuffer out) {
    int width = block.width();
    int first = out.position();
    for (int row = 0; row < block.rows(); row++) {
      out.put((byte) quantiser.header(block.values(), row * width, width));
    }
    SymbolWriter symbols = quantiser.pack(out);
    for (int row = 0; row < block.rows(); row++) {
      int header = out.get(first + row) & 0xFF;
      if (header != 0) {
        float scale = quantiser.scale(header);
        for (int i = row * width; i < (row + 1) * width; i++) {
          symbols.put(quantiser.symbol(block.values()[i], scale));
        }
      }
    }
    symbols.end();
  }

  private void unpack(ByteBuffer in, Block block) throws MalformedPayloadException {
    int rows = block.rows();
    int width = block.width();
    PayloadLength.requireAtLeast(in, rows, block, "values");
    int first = in.position();
    int coded = 0;
    for (int row = 0; row < rows; row++) {
      int header = in.get(first + row) & 0xFF;
      quantiser.requireHeader(header, row);
      coded += header == 0 ? 0 : 1;
    }
    PayloadLength.requireLength(in, packedBytes(rows, coded, width), block, "values");
    in.position(first + rows);
    SymbolReader symbols = quantiser.unpack(in);
    for (int row = 0; row < rows; row++) {
      int header = in.get(first + row) & 0xFF;
      float scale = header == 0 ? 0 : quantiser.scale(header);
      for (int i = row * width; i < (row + 1) * width; i++) {
        block.values()[i] = header == 0 ? 0 : quantiser.value(symbols.get(), scale);
      }
    }
    symbols.end();
  }

  private int coded(Block block) {
    int coded = 0;
    for (int row = 0; row < block.rows(); row++) {
      int from = row * block.width();
      coded += quantiser.header(block.values(), from, block.width()) == 0 ? 0 : 1;
    }
    return coded;
  }

  private long packedBytes(int rows, int coded, int width) {
    return Math.addExact(rows, quantiser.bytes((long) coded * width));
  }
}
