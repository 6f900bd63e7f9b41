package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;

/** Sends blocks through the codec under test. */
final class CodecLab {
  static final int[] WIDTHS = {1, 2, 3, 10, 33};

  private final CodecContract contract;

  CodecLab(CodecContract contract) {
    this.contract = contract;
  }

  Codec codec() {
    return contract.codec();
  }

  float tolerance(float largest) {
    return contract.tolerance(largest);
  }

  byte[] encode(Block block) {
    return encode(codec(), block);
  }

  static byte[] encode(Codec codec, Block block) {
    ByteBuffer out = ByteBuffer.allocate(codec.maxBytes(block.rows(), block.width()));
    codec.encode(block, out);
    return Arrays.copyOf(out.array(), out.position());
  }

  Block decode(byte[] bytes, Block like) throws MalformedPayloadException {
    Block decoded = Blocks.of(Blocks.ids(like), like.width());
    codec().decode(ByteBuffer.wrap(bytes), decoded);
    return decoded;
  }

  void assertComesBack(Block block, float largest) throws MalformedPayloadException {
    assertThat(decode(encode(block), block).values())
        .as("%d rows of %d values up to ±%s", block.rows(), block.width(), largest)
        .usingComparatorWithPrecision(tolerance(largest))
        .containsExactly(block.values());
  }

  static void assertFinite(Block block) {
    for (float value : Blocks.values(block)) {
      if (!Float.isFinite(value)) {
        throw new AssertionError("decoded to a value that is not finite: " + value);
      }
    }
  }

  /** Returns rows of five. */
  static Block rows(float... values) {
    return Blocks.of(Blocks.range(0, values.length / 5), 5, values);
  }

  static Block random(int rows, int width, float range) {
    return Blocks.random(Blocks.range(0, rows), width, range, new SplittableRandom(rows + width));
  }
}
