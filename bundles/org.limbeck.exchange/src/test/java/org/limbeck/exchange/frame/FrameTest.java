package org.limbeck.exchange.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final Envelope ENVELOPE =
      Envelope.of("quickstart/1", "device-1", new byte[] {1, 2, 3, 4, 5}, "float32")
          .withIncarnation(0xFFFF_FFFFL);

  private final FrameWriter writer = new FrameWriter(Optional.empty());
  private final Frame frame = new Frame();

  @Test
  void readsWhatItWrote() throws MalformedFrameException {
    frame.read(written("payload"));
    assertThat(frame.kind()).isEqualTo(250);
    assertThat(frame.hasExplicitRows()).isTrue();
    assertThat(frame.isSigned()).isFalse();
    assertThat(frame.channel()).isEqualTo(200);
    assertThat(frame.network()).isEqualTo(ENVELOPE.network());
    assertThat(frame.reference()).isEqualTo(0x01020304);
    assertThat(frame.codec()).isEqualTo(ENVELOPE.codec());
    assertThat(frame.incarnation()).isEqualTo(0xFFFF_FFFFL);
    assertThat(frame.sequence()).isEqualTo(0xFFFF_FFFEL);
    assertThat(frame.round()).isEqualTo(77);
    assertThat(frame.sender()).isEqualTo("device-1");
    assertThat(frame.isFrom(ENVELOPE.sender())).isTrue();
    assertThat(frame.isFrom("device-2".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(frame.isFrom("device".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(StandardCharsets.UTF_8.decode(frame.payload()).toString()).isEqualTo("payload");
    assertThat(frame.payloadBytes()).isEqualTo(7);
    assertThat(frame.frameBytes())
        .isEqualTo(Frame.size(8, 7))
        .isEqualTo(writer.sizeOf(ENVELOPE, 7))
        .isEqualTo(41 + 8 + 7 + 4);
  }

  @Test
  void refusesADamagedFrameWhereverItIsDamaged() {
    byte[] whole = written("payload").array();
    for (int i = 0; i < 8 * whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i / 8] ^= (byte) (1 << i % 8);
      assertThatThrownBy(() -> frame.read(ByteBuffer.wrap(damaged)))
          .as("bit %d", i)
          .isInstanceOf(MalformedFrameException.class)
          .hasMessageStartingWith("this ");
    }
  }

  @Test
  void refusesACutOrExtendedFrame() {
    byte[] whole = written("payload").array();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> frame.read(ByteBuffer.wrap(cut)))
          .isInstanceOf(MalformedFrameException.class);
    }
    assertThatThrownBy(() -> frame.read(ByteBuffer.wrap(Arrays.copyOf(whole, whole.length + 1))))
        .isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void namesBothFormatsWhereTheyDiffer() {
    byte[] bytes = written("payload").array();
    for (int format : new int[] {1, 2, 3, 5, 255}) {
      bytes[4] = (byte) format;
      assertThatThrownBy(() -> frame.read(ByteBuffer.wrap(bytes)))
          .hasMessage("this frame is of format " + format + ", and this device reads format 4");
    }
  }

  @Test
  void refusesALengthThatIsNoneBeforeItUsesIt() {
    for (int length : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 8, 6}) {
      ByteBuffer bytes = written("payload").putInt(36, length);
      assertThatThrownBy(() -> frame.read(bytes))
          .hasMessageEndingWith("its header says " + (53 + Integer.toUnsignedLong(length)));
    }
  }

  @Test
  void readsAFrameAnywhereInABuffer() throws MalformedFrameException {
    ByteBuffer whole = written("payload");
    ByteBuffer wide = ByteBuffer.allocate(whole.remaining() + 20).position(7);
    wide.put(whole).flip().position(7);
    frame.read(wide);
    assertThat(frame.round()).isEqualTo(77);
    assertThat(wide.position()).isEqualTo(7);
  }

  @Test
  void refusesNumbersThatDoNotFit() {
    ByteBuffer out = ByteBuffer.allocate(100);
    assertThatThrownBy(() -> FrameWriter.begin(out, ENVELOPE, Frame.DATA, 0, 0, 1L << 32, 0))
        .hasMessage("the sequence of a frame is 4294967296, and must be from 0 to 4294967295");
    assertThatThrownBy(() -> FrameWriter.begin(out, ENVELOPE, Frame.DATA, 0, 0, 0, -1))
        .hasMessageContaining("round");
    assertThatThrownBy(() -> ENVELOPE.withIncarnation(-1)).hasMessageContaining("incarnation");
    assertThatThrownBy(() -> ENVELOPE.from("x".repeat(256)))
        .hasMessage("the id of a device has 256 bytes, and must have 1 to 255");
  }

  private ByteBuffer written(String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(writer.sizeOf(ENVELOPE, bytes.length));
    FrameWriter.begin(out, ENVELOPE, 250, Frame.EXPLICIT_ROWS, 200, 0xFFFF_FFFEL, 77);
    out.put(bytes);
    writer.end(out);
    return out;
  }
}
