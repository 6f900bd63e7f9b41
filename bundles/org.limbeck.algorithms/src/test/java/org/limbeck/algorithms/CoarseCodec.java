package org.limbeck.algorithms;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;

/** Rounds every value to one of 2 n + 1 levels between minus and plus the row's largest value. */
final class CoarseCodec implements Codec {
  private final int levels;
  private final float gamma;

  CoarseCodec(int levels, float gamma) {
    this.levels = levels;
    this.gamma = gamma;
  }

  @Override
  public int maxBytes(int rows, int width) {
    return rows * (Float.BYTES + width);
  }

  @Override
  public void encode(Block difference, ByteBuffer out) {
    int width = difference.width();
    for (int row = 0; row < difference.rows(); row++) {
      float largest = 0;
      for (int i = 0; i < width; i++) {
        largest = Math.max(largest, Math.abs(difference.values()[row * width + i]));
      }
      out.putFloat(largest);
      for (int i = 0; i < width; i++) {
        float share = largest == 0 ? 0 : difference.values()[row * width + i] / largest;
        out.put((byte) Math.round(share * levels));
      }
    }
  }

  @Override
  public void decode(ByteBuffer in, Block difference) {
    int width = difference.width();
    for (int row = 0; row < difference.rows(); row++) {
      float largest = in.getFloat();
      for (int i = 0; i < width; i++) {
        difference.values()[row * width + i] = largest * in.get() / levels;
      }
    }
  }

  @Override
  public float gamma(int width) {
    return gamma;
  }
}
