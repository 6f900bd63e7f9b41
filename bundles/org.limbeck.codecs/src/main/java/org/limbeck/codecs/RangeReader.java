package org.limbeck.codecs;

import java.nio.ByteBuffer;
import org.limbeck.api.codec.MalformedPayloadException;

/** Reads what {@link RangeWriter} wrote, given models that learn the same. */
final class RangeReader {
  private final ByteBuffer in;
  private int code;
  private int range = RangeWriter.TOP - 1;

  RangeReader(ByteBuffer in) throws MalformedPayloadException {
    this.in = in;
    for (int i = 0; i < RangeWriter.WINDOW; i++) {
      shift();
    }
    if (code >= range) {
      throw new MalformedPayloadException("the bytes are those of no block");
    }
  }

  int get(AdaptiveModel model) throws MalformedPayloadException {
    int node = 1;
    for (int i = 0; i < model.bits(); i++) {
      int bit = bit(model.zeroAt(node));
      model.learn(node, bit);
      node = 2 * node + bit;
    }
    return node - (1 << model.bits());
  }

  /** Checks that the code ends here, as one that was written does. */
  void end() throws MalformedPayloadException {
    if (code != 0) {
      throw new MalformedPayloadException("the last bytes mean nothing");
    }
    if (in.hasRemaining()) {
      throw new MalformedPayloadException(in.remaining() + " bytes follow after the last row");
    }
  }

  private int bit(int zero) throws MalformedPayloadException {
    int bound = (int) (((long) range * zero) >>> AdaptiveModel.SCALE);
    int bit = code < bound ? 0 : 1;
    if (bit == 0) {
      range = bound;
    } else {
      code -= bound;
      range -= bound;
    }
    while (range < RangeWriter.BOTTOM) {
      shift();
      range <<= Byte.SIZE;
    }
    return bit;
  }

  private void shift() throws MalformedPayloadException {
    if (!in.hasRemaining()) {
      throw new MalformedPayloadException("the bytes end before the last row");
    }
    code = (code << Byte.SIZE) | (in.get() & 0xFF);
  }
}
