package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;

/** What every {@link Codec} promises. */
public abstract class CodecContract {
  private static final int MARGIN = 5;
  private static final byte UNTOUCHED = 85;
  private static final int[] WIDTHS = {1, 2, 3, 10, 33};

  /** Returns the codec under test. */
  protected abstract Codec codec();

  /**
   * Returns the largest error of a decoded value that this codec allows itself; by default none.
   *
   * @param largest the largest magnitude of a value in the block
   */
  protected float tolerance(float largest) {
    return 0;
  }

  @Test
  void givesBackWhatItWasGiven() throws Exception {
    for (int width : WIDTHS) {
      for (float range : new float[] {0, 1e-6f, 1, 1000}) {
        Block block = random(17, width, range);
        Block decoded = decode(encode(block), block);
        assertThat(decoded.values())
            .as("%d rows of %d values up to ±%s", 17, width, range)
            .usingComparatorWithPrecision(tolerance(range))
            .containsExactly(block.values());
      }
    }
  }

  @Test
  void givesFiniteValuesForTheLargestOfAll() throws Exception {
    float max = Float.MAX_VALUE;
    Block block = Blocks.of(new int[] {1, 2}, 3, max, -max, 0, -max, -max, -max);
    assertFinite(decode(encode(block), block));
  }

  @Test
  void encodesAlikeWheneverAsked() {
    Block block = random(9, 10, 1);
    assertThat(encode(block)).isEqualTo(encode(block));
    assertThat(encode(Blocks.roomier(block)))
        .as("the bytes of the same rows in a block with room for more")
        .isEqualTo(encode(block));
  }

  @Test
  void decodesToTheSameBitsForAll() throws Exception {
    Block block = random(9, 10, 1);
    byte[] bytes = encode(block);
    Block other = Blocks.copy(block);
    Arrays.fill(other.values(), 99);
    codec().decode(ByteBuffer.wrap(bytes), other);
    assertThat(other.values()).isEqualTo(decode(bytes, block).values());
  }

  @Test
  void encodesNoIds() throws Exception {
    Block block = random(4, 10, 1);
    Block renamed = Blocks.of(new int[] {901, 7, 42, 3}, 10, block.values());
    byte[] bytes = encode(renamed);
    assertThat(bytes).as("the bytes of the same values under other ids").isEqualTo(encode(block));
    assertThat(Blocks.ids(renamed)).as("the ids after encoding").containsExactly(901, 7, 42, 3);
    codec().decode(ByteBuffer.wrap(bytes), renamed);
    assertThat(Blocks.ids(renamed)).as("the ids after decoding").containsExactly(901, 7, 42, 3);
  }

  @Test
  void leavesTheDifferenceAsItIs() {
    Block block = random(9, 10, 1);
    float[] before = block.values().clone();
    encode(block);
    assertThat(block.values()).isEqualTo(before);
    assertThat(block.rows()).isEqualTo(9);
  }

  @Test
  void writesNoMoreThanItSays() {
    for (int width : WIDTHS) {
      for (int rows : new int[] {0, 1, 2, 31}) {
        int most = codec().maxBytes(rows, width);
        ByteBuffer out = ByteBuffer.allocate(MARGIN + most + MARGIN);
        Arrays.fill(out.array(), UNTOUCHED);
        out.position(MARGIN).limit(MARGIN + most);
        codec().encode(random(rows, width, 1), out);
        assertThat(out.position())
            .as("the position after encoding %d rows of %d", rows, width)
            .isBetween(MARGIN, MARGIN + most);
        for (int i = 0; i < MARGIN; i++) {
          assertThat(out.get(i)).as("the byte before its room").isEqualTo(UNTOUCHED);
          assertThat(out.array()[MARGIN + most + i]).as("a byte after").isEqualTo(UNTOUCHED);
        }
      }
    }
  }

  @Test
  void saysWhenABlockIsTooLargeForABuffer() {
    int small;
    int large;
    try {
      small = codec().maxBytes(1000, 1000);
      large = codec().maxBytes(Integer.MAX_VALUE, Integer.MAX_VALUE);
    } catch (ArithmeticException tooLarge) {
      return;
    }
    assertThat(large)
        .as("the bytes of the largest block, without an overflow")
        .isGreaterThan(small);
  }

  @Test
  void readsFromPositionToLimit() throws Exception {
    Block block = random(5, 10, 1);
    byte[] bytes = encode(block);
    ByteBuffer in = ByteBuffer.allocateDirect(MARGIN + bytes.length + MARGIN);
    in.position(MARGIN).limit(MARGIN + bytes.length);
    in.duplicate().put(bytes);
    Block decoded = Blocks.of(Blocks.ids(block), 10);
    codec().decode(in.asReadOnlyBuffer(), decoded);
    assertThat(decoded.values()).isEqualTo(decode(bytes, block).values());
  }

  @Test
  void writesNoRowBeyondThoseSet() throws Exception {
    Block block = random(5, 10, 1);
    Block roomy = Blocks.roomier(block);
    codec().decode(ByteBuffer.wrap(encode(block)), roomy);
    assertThat(roomy.rows()).isEqualTo(5);
    assertThat(Arrays.copyOfRange(roomy.values(), 50, 80)).containsOnly(Float.NaN);
  }

  @Test
  void copesWithNoRows() throws Exception {
    Block none = new Block(4, 10);
    codec().decode(ByteBuffer.wrap(encode(none)), none);
    assertThat(none.rows()).isZero();
  }

  @Test
  void refusesBytesThatAreTooFew() {
    Block block = random(5, 10, 1);
    byte[] bytes = encode(block);
    for (int length = 0; length < bytes.length; length++) {
      assertMalformed(Arrays.copyOf(bytes, length), block);
    }
  }

  @Test
  void refusesBytesThatAreTooMany() {
    Block block = random(5, 10, 1);
    byte[] bytes = encode(block);
    for (int more : new int[] {1, 4, 40}) {
      assertMalformed(Arrays.copyOf(bytes, bytes.length + more), block);
    }
    assertMalformed(new byte[] {0}, new Block(0, 10));
  }

  @Test
  void neverDecodesToValuesThatAreNotFinite() {
    Block block = random(5, 10, 1);
    byte[] bytes = encode(block);
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 2000; trial++) {
      byte[] damaged = bytes.clone();
      int from = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, from + 1 + random.nextInt(8));
      byte fill = (byte) (trial % 2 == 0 ? 0xFF : 0x7F);
      for (int i = from; i < to; i++) {
        damaged[i] = trial % 3 == 0 ? (byte) random.nextInt() : fill;
      }
      decodeHostile(damaged, block);
    }
  }

  @Test
  void allowsAMixingStepAboveZeroAndAtMostOne() {
    for (int width = 1; width <= 1000; width++) {
      assertThat(codec().gamma(width))
          .as("γ for rows of %d", width)
          .isGreaterThan(0)
          .isLessThanOrEqualTo(1);
    }
  }

  @Test
  void convergesWithItsMixingStep() throws Exception {
    for (int width : new int[] {2, 10, 33}) {
      CodedConsensus consensus = new CodedConsensus(codec(), 8, 20, width);
      double before = consensus.disagreement();
      consensus.run((int) (200 / codec().gamma(width)));
      assertThat(consensus.disagreement())
          .as("disagreement of 8 devices on a ring about rows of %d; %s at first", width, before)
          .isLessThan(0.01 * before);
    }
  }

  @Test
  void isSafeForSeveralThreads() throws Exception {
    Codec codec = codec();
    List<byte[]> alone = List.of(encode(random(1, 3, 1)), encode(random(64, 10, 1)));
    Concurrently.run(
        4,
        thread ->
            () -> {
              Block block = thread % 2 == 0 ? random(1, 3, 1) : random(64, 10, 1);
              for (int i = 0; i < 200; i++) {
                assertThat(encode(codec, block)).isEqualTo(alone.get(thread % 2));
              }
              return null;
            });
  }

  @Test
  void allocatesNothingPerCall() throws Exception {
    Codec codec = codec();
    Block block = random(64, 32, 1);
    Block decoded = Blocks.copy(block);
    ByteBuffer buffer = ByteBuffer.allocate(codec.maxBytes(64, 32));
    Allocation.assertSmallPerCall(
        () -> {
          codec.encode(block, buffer.clear());
          codec.decode(buffer.flip(), decoded);
        });
  }

  private byte[] encode(Block block) {
    return encode(codec(), block);
  }

  private static byte[] encode(Codec codec, Block block) {
    ByteBuffer out = ByteBuffer.allocate(codec.maxBytes(block.rows(), block.width()));
    codec.encode(block, out);
    return Arrays.copyOf(out.array(), out.position());
  }

  private Block decode(byte[] bytes, Block like) throws MalformedPayloadException {
    Block decoded = Blocks.of(Blocks.ids(like), like.width());
    codec().decode(ByteBuffer.wrap(bytes), decoded);
    return decoded;
  }

  private void decodeHostile(byte[] bytes, Block like) {
    try {
      assertFinite(decode(bytes, like));
    } catch (MalformedPayloadException refused) {
      assertThat(refused).message().isNotBlank();
    }
  }

  private void assertMalformed(byte[] bytes, Block like) {
    assertThatThrownBy(() -> decode(bytes, like))
        .as("decoding %d bytes", bytes.length)
        .isInstanceOf(MalformedPayloadException.class)
        .message()
        .as("the message that says what is wrong")
        .isNotBlank();
  }

  private static void assertFinite(Block block) {
    for (float value : Blocks.values(block)) {
      if (!Float.isFinite(value)) {
        throw new AssertionError("decoded to a value that is not finite: " + value);
      }
    }
  }

  private static Block random(int rows, int width, float range) {
    return Blocks.random(Blocks.range(0, rows), width, range, new SplittableRandom(rows + width));
  }
}
