package org.limbeck.engine.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.engine.network.Envelope;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.network.MalformedFrameException;
import org.limbeck.engine.network.Refusal;
import org.limbeck.engine.security.KeyFolder;
import org.limbeck.engine.security.KeyRing;

class GatekeeperTest {
  private static final Envelope A = Envelope.of("net", "a", new byte[32], "float32");

  @TempDir private Path folder;
  private KeyRing keys;
  private long now;

  @BeforeEach
  void makeKeys() throws Exception {
    KeyFolder made = new KeyFolder(folder.resolve("keys"));
    made.create(List.of("a", "b"));
    keys = made.read();
  }

  @Test
  void letsFramesOfItsNetworkPass() throws Exception {
    gatekeeper(Optional.empty()).admit(frame(A, Optional.empty()));
    gatekeeper(Optional.of(keys)).admit(frame(A, Optional.of("a")));
  }

  @Test
  void refusesWhatIsForOthers() {
    Gatekeeper open = gatekeeper(Optional.empty());
    assertRefused(
        open, frame(with("other", 0, "float32"), Optional.empty()), Refusal.OTHER_NETWORK);
    assertRefused(
        open, frame(with("net", 1, "float32"), Optional.empty()), Refusal.OTHER_REFERENCE);
    assertRefused(open, frame(with("net", 0, "uniform"), Optional.empty()), Refusal.OTHER_CODEC);
    assertRefused(open, frame(A, Optional.of("a")), Refusal.UNVERIFIABLE);
  }

  @Test
  void refusesWhatItsSenderHasNotSigned() {
    Gatekeeper locked = gatekeeper(Optional.of(keys));
    assertRefused(locked, frame(A, Optional.empty()), Refusal.UNSIGNED);
    assertRefused(locked, frame(A, Optional.of("b")), Refusal.FORGED);
    assertRefused(locked, frame(A.from("c"), Optional.of("b")), Refusal.UNKNOWN_SENDER);
  }

  @Test
  void countsWhatItRefuses() {
    Gatekeeper gatekeeper = gatekeeper(Optional.empty());
    for (int i = 0; i < 5; i++) {
      gatekeeper.refuse("a", new MalformedFrameException(Refusal.DAMAGED, "it is damaged"));
      now += 1;
    }
    assertThat(gatekeeper.refused()).isEqualTo(5);
  }

  private Gatekeeper gatekeeper(Optional<KeyRing> ring) {
    return new Gatekeeper(A.from("b"), ring, () -> now);
  }

  private static Envelope with(String network, int digest, String codec) {
    byte[] reference = new byte[32];
    reference[0] = (byte) digest;
    return Envelope.of(network, "a", reference, codec);
  }

  private Frame frame(Envelope envelope, Optional<String> signer) {
    Frame frame = new Frame(signer.map(keys::signer));
    ByteBuffer out = ByteBuffer.allocate(frame.sizeOf(envelope, 4));
    Frame.begin(out, envelope, Frame.DATA, 0, 0, 0);
    out.putInt(7);
    frame.end(out);
    try {
      frame.read(out);
    } catch (MalformedFrameException e) {
      throw new AssertionError(e);
    }
    return frame;
  }

  private static void assertRefused(Gatekeeper gatekeeper, Frame frame, Refusal reason) {
    assertThatThrownBy(() -> gatekeeper.admit(frame))
        .isInstanceOfSatisfying(
            MalformedFrameException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
