package org.limbeck.testkit;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;

/** Four bytes per value, as they are. */
class PlainFloat32 implements Codec {

  @Override
  public int maxBytes(int rows, int width) {
    return Math.multiplyExact(Math.multiplyExact(rows, width), Float.BYTES);
  }

  @Override
  public void encode(Block difference, ByteBuffer out) {
    for (int i = 0; i < difference.rows() * difference.width(); i++) {
      out.putFloat(difference.values()[i]);
    }
  }

  @Override
  public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
    int expected = maxBytes(difference.rows(), difference.width());
    if (in.remaining() != expected) {
      throw new MalformedPayloadException("not " + expected + " bytes: " + in.remaining());
    }
    for (int i = 0; i < difference.rows() * difference.width(); i++) {
      difference.values()[i] = checked(in.getFloat());
    }
  }

  @Override
  public float gamma(int width) {
    return 1;
  }

  float checked(float value) throws MalformedPayloadException {
    if (!Float.isFinite(value)) {
      throw new MalformedPayloadException("not a finite value: " + value);
    }
    return value;
  }
}
