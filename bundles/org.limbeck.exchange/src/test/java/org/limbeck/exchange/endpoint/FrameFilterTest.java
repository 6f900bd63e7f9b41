package org.limbeck.exchange.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.limbeck.exchange.discovery.Quarantine;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.KeyRing;

class FrameFilterTest {
  private static final Envelope A = Envelope.of("net", "a", new byte[32], "float32");

  private KeyRing keys;
  private long now;
  private final Quarantine quarantine = new Quarantine(() -> now);

  @BeforeEach
  void makeKeys() {
    keys =
        new KeyRing("keys", Map.of("a", DeviceKeys.generate("a"), "b", DeviceKeys.generate("b")));
  }

  @Test
  void letsFramesOfItsNetworkPass() throws Exception {
    filter(Optional.empty()).admit(frame(A, Optional.empty()));
    filter(Optional.of(keys)).admit(frame(A, Optional.of("a")));
  }

  @Test
  void refusesWhatIsForOthers() {
    FrameFilter open = filter(Optional.empty());
    assertRefused(
        open, frame(with("other", 0, "float32"), Optional.empty()), RejectReason.OTHER_NETWORK);
    assertRefused(
        open, frame(with("net", 1, "float32"), Optional.empty()), RejectReason.OTHER_REFERENCE);
    assertRefused(
        open, frame(with("net", 0, "uniform"), Optional.empty()), RejectReason.OTHER_CODEC);
    assertRefused(open, frame(A, Optional.of("a")), RejectReason.UNVERIFIABLE);
  }

  @Test
  void refusesWhatItsSenderHasNotSigned() {
    FrameFilter locked = filter(Optional.of(keys));
    assertRefused(locked, frame(A, Optional.empty()), RejectReason.UNSIGNED);
    assertRefused(locked, frame(A, Optional.of("b")), RejectReason.FORGED);
    assertRefused(locked, frame(A.from("c"), Optional.of("b")), RejectReason.UNKNOWN_SENDER);
  }

  @Test
  void followsKeysThatChange() throws Exception {
    AtomicReference<Map<String, DeviceKeys>> current = new AtomicReference<>(keys.keys());
    FrameFilter locked = filter(Optional.of(new KeyRing("keys", current::get)));
    Frame before = frame(A, Optional.of("a"));
    locked.admit(before);

    current.set(Map.of());
    assertRefused(locked, before, RejectReason.UNKNOWN_SENDER);

    keys = new KeyRing("keys", Map.of("a", DeviceKeys.generate("a")));
    current.set(keys.keys());
    assertRefused(locked, before, RejectReason.FORGED);
    locked.admit(frame(A, Optional.of("a")));
  }

  @Test
  void countsWhatItRefuses() {
    FrameFilter frameFilter = filter(Optional.empty());
    for (int i = 0; i < 5; i++) {
      frameFilter.refuse("a", new MalformedFrameException(RejectReason.DAMAGED, "it is damaged"));
      now += 1;
    }
    assertThat(frameFilter.refused()).isEqualTo(5);
  }

  @Test
  void chargesWhoeverHasSignedAFrame() {
    MalformedFrameException refusal =
        new MalformedFrameException(RejectReason.NOT_FINITE, "it has the value NaN");
    for (int i = 0; i < 10; i++) {
      filter(Optional.empty()).charge("a", refusal);
      filter(Optional.of(keys)).refuse("a", refusal);
    }
    assertThat(quarantine.isEmpty()).as("nobody has signed these").isTrue();
    for (int i = 0; i < 10; i++) {
      filter(Optional.of(keys)).charge("a", refusal);
    }
    assertThat(quarantine.reason("a")).isPresent();
  }

  private FrameFilter filter(Optional<KeyRing> ring) {
    return new FrameFilter(A.from("b"), ring, quarantine, new RefusalLog(), () -> now);
  }

  private static Envelope with(String network, int digest, String codec) {
    byte[] reference = new byte[32];
    reference[0] = (byte) digest;
    return Envelope.of(network, "a", reference, codec);
  }

  private Frame frame(Envelope envelope, Optional<String> signer) {
    FrameWriter writer = new FrameWriter(signer.map(keys::signer));
    ByteBuffer out = ByteBuffer.allocate(writer.sizeOf(envelope, 4));
    FrameWriter.begin(out, envelope, Frame.DATA, 0, 0, 0, 0);
    out.putInt(7);
    writer.end(out);
    Frame frame = new Frame();
    try {
      frame.read(out);
    } catch (MalformedFrameException e) {
      throw new AssertionError(e);
    }
    return frame;
  }

  private static void assertRefused(FrameFilter frameFilter, Frame frame, RejectReason reason) {
    assertThatThrownBy(() -> frameFilter.admit(frame))
        .isInstanceOfSatisfying(
            MalformedFrameException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
