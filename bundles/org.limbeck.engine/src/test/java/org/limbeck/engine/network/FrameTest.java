package org.limbeck.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final byte[] SENDER = "device-1".getBytes(StandardCharsets.UTF_8);

  private final Frame frame = new Frame();

  @Test
  void readsWhatItWrote() throws MalformedFrameException {
    frame.read(written("payload"));
    assertThat(frame.channel()).isEqualTo(200);
    assertThat(frame.sequence()).isEqualTo(5);
    assertThat(frame.round()).isEqualTo(77);
    assertThat(frame.isFrom(SENDER)).isTrue();
    assertThat(frame.isFrom("device-2".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(frame.isFrom("device".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(StandardCharsets.UTF_8.decode(frame.payload()).toString()).isEqualTo("payload");
    assertThat(frame.payloadBytes()).isEqualTo(7);
    assertThat(frame.frameBytes()).isEqualTo(Frame.size(8, 7)).isEqualTo(28 + 8 + 7 + 4);
  }

  @Test
  void refusesADamagedFrameWhereverItIsDamaged() {
    byte[] whole = written("payload").array();
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;
      assertThatThrownBy(() -> frame.read(ByteBuffer.wrap(damaged)))
          .as("byte %d", i)
          .isInstanceOf(MalformedFrameException.class)
          .hasMessageStartingWith("this is no frame: ");
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

  private ByteBuffer written(String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(Frame.size(SENDER.length, bytes.length));
    Frame.begin(out, SENDER, 200, 5, 77);
    out.put(bytes);
    frame.end(out, SENDER.length);
    return out;
  }
}
