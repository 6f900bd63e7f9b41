package org.limbeck.codecs;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;

/**
 * Rounds to −M, 0 or M, with M the largest magnitude of the row: what Ternary would be without
 * care.
 */
final class LargestScaled implements Codec {

  @Override
  public int maxBytes(int rows, int width) {
    return rows * width * Float.BYTES;
  }

  @Override
  public void encode(Block difference, ByteBuffer out) {
    for (int row = 0; row < difference.rows(); row++) {
      float largest = Coded.largest(difference, row);
      for (int i = row * difference.width(); i < (row + 1) * difference.width(); i++) {
        float value = difference.values()[i];
        out.putFloat(Math.abs(value) < largest / 2 ? 0 : Math.copySign(largest, value));
      }
    }
  }

  @Override
  public void decode(ByteBuffer in, Block difference) {
    for (int i = 0; i < difference.rows() * difference.width(); i++) {
      difference.values()[i] = in.getFloat();
    }
  }

  @Override
  public float gamma(int width) {
    return 0.5f;
  }
}
