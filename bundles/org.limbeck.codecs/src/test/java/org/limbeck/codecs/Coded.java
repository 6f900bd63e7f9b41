package org.limbeck.codecs;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;

/** Makes blocks, and sends them through codecs. */
final class Coded {

  private Coded() {}

  static Block block(int width, float... values) {
    Block block = new Block(values.length / width, width);
    block.rows(block.capacity());
    System.arraycopy(values, 0, block.values(), 0, values.length);
    return block;
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** Returns rows of which each has a magnitude of its own, from 2^-40 to 2^15, and some zeros. */
  static Block random(int rows, int width, long seed) {
    Random random = new Random(seed);
    Block block = new Block(rows, width);
    block.rows(rows);
    for (int row = 0; row < rows; row++) {
      double scale = Math.scalb(random.nextDouble(), random.nextInt(-40, 16));
      double zeros = random.nextDouble();
      for (int i = row * width; i < (row + 1) * width; i++) {
        boolean zero = random.nextDouble() < zeros * zeros;
        block.values()[i] = zero ? 0 : (float) (scale * (2 * random.nextDouble() - 1));
      }
    }
    return block;
  }

  static byte[] encode(Codec codec, Block block) {
    ByteBuffer out = ByteBuffer.allocate(codec.maxBytes(block.rows(), block.width()));
    codec.encode(block, out);
    return Arrays.copyOf(out.array(), out.position());
  }

  static float[] decode(Codec codec, byte[] bytes, int rows, int width)
      throws MalformedPayloadException {
    Block block = new Block(rows, width);
    block.rows(rows);
    codec.decode(ByteBuffer.wrap(bytes), block);
    return block.values();
  }

  static float[] roundTrip(Codec codec, Block block) throws MalformedPayloadException {
    return decode(codec, encode(codec, block), block.rows(), block.width());
  }

  /** Returns the largest magnitude of a row. */
  static float largest(Block block, int row) {
    float largest = 0;
    for (int i = row * block.width(); i < (row + 1) * block.width(); i++) {
      largest = Math.max(largest, Math.abs(block.values()[i]));
    }
    return largest;
  }
}
