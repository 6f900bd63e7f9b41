package org.limbeck.testkit;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;

/** The largest magnitude of the block as a float, then one byte per value: a share in 127ths. */
class PlainEightBit implements Codec {

  @Override
  public int maxBytes(int rows, int width) {
    return Math.addExact(Float.BYTES, Math.multiplyExact(rows, width));
  }

  @Override
  public void encode(Block difference, ByteBuffer out) {
    float scale = scale(difference);
    out.putFloat(scale);
    for (int i = 0; i < difference.rows() * difference.width(); i++) {
      out.put((byte) (scale == 0 ? 0 : level(difference.values()[i] / scale)));
    }
  }

  @Override
  public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
    int expected = maxBytes(difference.rows(), difference.width());
    if (in.remaining() != expected) {
      throw new MalformedPayloadException("not " + expected + " bytes: " + in.remaining());
    }
    float scale = in.getFloat();
    if (!Float.isFinite(scale)) {
      throw new MalformedPayloadException("not a finite scale: " + scale);
    }
    for (int i = 0; i < difference.rows() * difference.width(); i++) {
      difference.values()[i] = scale * Math.max(-1, in.get() / 127f);
    }
  }

  @Override
  public float gamma(int width) {
    return 1;
  }

  float scale(Block difference) {
    float largest = 0;
    for (int i = 0; i < difference.rows() * difference.width(); i++) {
      largest = Math.max(largest, Math.abs(difference.values()[i]));
    }
    return largest;
  }

  int level(float share) {
    return Math.round(127 * share);
  }
}
