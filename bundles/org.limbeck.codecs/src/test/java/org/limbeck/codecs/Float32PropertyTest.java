package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.Block;
import org.limbeck.api.codec.MalformedPayloadException;

class Float32PropertyTest {

  @Property
  void givesBackAnyFiniteBits(@ForAll int bits) throws MalformedPayloadException {
    Assume.that(Float.isFinite(Float.intBitsToFloat(bits)));
    assertComesBack(1, 1, bits);
  }

  @Property(tries = 200)
  void givesBackBlocksOfAnySize(
      @ForAll @IntRange(min = 0, max = 20) int rows,
      @ForAll @IntRange(min = 1, max = 20) int width,
      @ForAll long seed)
      throws MalformedPayloadException {
    int[] bits =
        new Random(seed)
            .ints()
            .filter(i -> Float.isFinite(Float.intBitsToFloat(i)))
            .limit((long) rows * width)
            .toArray();
    assertComesBack(rows, width, bits);
  }

  private static void assertComesBack(int rows, int width, int... bits)
      throws MalformedPayloadException {
    Block block = new Block(rows, width);
    block.rows(rows);
    for (int i = 0; i < bits.length; i++) {
      block.values()[i] = Float.intBitsToFloat(bits[i]);
    }
    Float32 codec = new Float32();
    ByteBuffer bytes = ByteBuffer.allocate(codec.maxBytes(rows, width));
    codec.encode(block, bytes);
    Block decoded = new Block(rows, width);
    decoded.rows(rows);
    codec.decode(bytes.flip(), decoded);
    for (int i = 0; i < bits.length; i++) {
      assertThat(Float.floatToRawIntBits(decoded.values()[i])).isEqualTo(bits[i]);
    }
  }
}
