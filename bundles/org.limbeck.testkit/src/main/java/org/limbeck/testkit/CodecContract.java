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

/**
 * What every {@link Codec} promises. One that does not code differences is given soft decisions
 * where values must come back, and need not converge.
 */
public abstract class CodecContract implements RoundTripTests, GossipTests {
  private static final int MARGIN = 5;
  private static final byte UNTOUCHED = 85;

  private final CodecLab lab = new CodecLab(this);

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

  /**
   * Returns how many bytes encoding and decoding a block may allocate together; by default no more
   * than a few small objects take.
   */
  protected long mostBytesAllocated() {
    return Allocation.SMALL_BYTES;
  }

  /** Returns what the parts of the contract share. */
  @Override
  public final CodecLab lab() {
    return lab;
  }

  @Test
  void encodesAlikeWheneverAsked() {
    Block block = CodecLab.random(9, 10, 1);
    assertThat(lab.encode(block)).isEqualTo(lab.encode(block));
    assertThat(lab.encode(Blocks.roomier(block)))
        .as("the bytes of the same rows in a block with room for more")
        .isEqualTo(lab.encode(block));
  }

  @Test
  void decodesToTheSameBitsForAll() throws Exception {
    Block block = CodecLab.random(9, 10, 1);
    byte[] bytes = lab.encode(block);
    Block other = Blocks.copy(block);
    Arrays.fill(other.values(), 99);
    codec().decode(ByteBuffer.wrap(bytes), other);
    assertThat(other.values()).isEqualTo(lab.decode(bytes, block).values());
  }

  @Test
  void encodesNoIds() throws Exception {
    Block block = CodecLab.random(4, 10, 1);
    Block renamed = Blocks.of(new int[] {901, 7, 42, 3}, 10, block.values());
    byte[] bytes = lab.encode(renamed);
    assertThat(bytes)
        .as("the bytes of the same values under other ids")
        .isEqualTo(lab.encode(block));
    assertThat(Blocks.ids(renamed)).as("the ids after encoding").containsExactly(901, 7, 42, 3);
    codec().decode(ByteBuffer.wrap(bytes), renamed);
    assertThat(Blocks.ids(renamed)).as("the ids after decoding").containsExactly(901, 7, 42, 3);
  }

  @Test
  void leavesTheDifferenceAsItIs() {
    Block block = CodecLab.random(9, 10, 1);
    float[] before = block.values().clone();
    lab.encode(block);
    assertThat(block.values()).isEqualTo(before);
    assertThat(block.rows()).isEqualTo(9);
  }

  @Test
  void writesNoMoreThanItSays() {
    for (int width : CodecLab.WIDTHS) {
      for (int rows : new int[] {0, 1, 2, 31}) {
        int most = codec().maxBytes(rows, width);
        ByteBuffer out = ByteBuffer.allocate(MARGIN + most + MARGIN);
        Arrays.fill(out.array(), UNTOUCHED);
        out.position(MARGIN).limit(MARGIN + most);
        codec().encode(CodecLab.random(rows, width, 1), out);
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
    Block block = CodecLab.random(5, 10, 1);
    byte[] bytes = lab.encode(block);
    ByteBuffer in = ByteBuffer.allocateDirect(MARGIN + bytes.length + MARGIN);
    in.position(MARGIN).limit(MARGIN + bytes.length);
    in.duplicate().put(bytes);
    Block decoded = Blocks.of(Blocks.ids(block), 10);
    codec().decode(in.asReadOnlyBuffer(), decoded);
    assertThat(decoded.values()).isEqualTo(lab.decode(bytes, block).values());
  }

  @Test
  void writesNoRowBeyondThoseSet() throws Exception {
    Block block = CodecLab.random(5, 10, 1);
    Block roomy = Blocks.roomier(block);
    codec().decode(ByteBuffer.wrap(lab.encode(block)), roomy);
    assertThat(roomy.rows()).isEqualTo(5);
    assertThat(Arrays.copyOfRange(roomy.values(), 50, 80)).containsOnly(Float.NaN);
  }

  @Test
  void copesWithNoRows() throws Exception {
    Block none = new Block(4, 10);
    codec().decode(ByteBuffer.wrap(lab.encode(none)), none);
    assertThat(none.rows()).isZero();
  }

  @Test
  void refusesBytesThatAreTooFew() {
    Block block = CodecLab.random(5, 10, 1);
    byte[] bytes = lab.encode(block);
    for (int length = 0; length < bytes.length; length++) {
      assertMalformed(Arrays.copyOf(bytes, length), block);
    }
  }

  @Test
  void refusesBytesThatAreTooMany() {
    Block block = CodecLab.random(5, 10, 1);
    byte[] bytes = lab.encode(block);
    for (int more : new int[] {1, 4, 40}) {
      assertMalformed(Arrays.copyOf(bytes, bytes.length + more), block);
    }
    assertMalformed(new byte[] {0}, new Block(0, 10));
  }

  @Test
  void neverDecodesToValuesThatAreNotFinite() {
    Block block = CodecLab.random(5, 10, 1);
    byte[] bytes = lab.encode(block);
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
  void isSafeForSeveralThreads() throws Exception {
    Codec codec = codec();
    List<byte[]> alone =
        List.of(lab.encode(CodecLab.random(1, 3, 1)), lab.encode(CodecLab.random(64, 10, 1)));
    ConcurrentTasks.run(
        4,
        thread ->
            () -> {
              Block block = thread % 2 == 0 ? CodecLab.random(1, 3, 1) : CodecLab.random(64, 10, 1);
              for (int i = 0; i < 200; i++) {
                assertThat(CodecLab.encode(codec, block)).isEqualTo(alone.get(thread % 2));
              }
              return null;
            });
  }

  @Test
  void allocatesNothingPerCall() throws Exception {
    Codec codec = codec();
    Block block = CodecLab.random(64, 32, 1);
    Block decoded = Blocks.copy(block);
    ByteBuffer buffer = ByteBuffer.allocate(codec.maxBytes(64, 32));
    Allocation.assertPerCall(
        mostBytesAllocated(),
        () -> {
          codec.encode(block, buffer.clear());
          codec.decode(buffer.flip(), decoded);
        });
  }

  private void decodeHostile(byte[] bytes, Block like) {
    try {
      CodecLab.assertFinite(lab.decode(bytes, like));
    } catch (MalformedPayloadException refused) {
      assertThat(refused).message().isNotBlank();
    }
  }

  private void assertMalformed(byte[] bytes, Block like) {
    assertThatThrownBy(() -> lab.decode(bytes, like))
        .as("decoding %d bytes", bytes.length)
        .isInstanceOf(MalformedPayloadException.class)
        .message()
        .as("the message that says what is wrong")
        .isNotBlank();
  }
}
