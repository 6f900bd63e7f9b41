package org.limbeck.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FrameCodeTest {
  private static final int HEADER = 49;

  private final DeviceKeys a = DeviceKeys.generate("a");
  private final DeviceKeys b = DeviceKeys.generate("b");
  private final DeviceKeys c = DeviceKeys.generate("c");
  private final Random random = new Random(1);

  @Test
  void isTheSameOnBothEndsOfADirectionAndNowhereElse() {
    FrameCode sent = knownTo(a, b, c).codes("a").to("b").orElseThrow();
    FrameCode expected = knownTo(b, a, c).codes("b").from("a").orElseThrow();
    FrameCode back = knownTo(b, a, c).codes("b").to("a").orElseThrow();
    FrameCode toAnother = knownTo(a, b, c).codes("a").to("c").orElseThrow();
    FrameCode ofAnother = knownTo(c, a, b).codes("c").to("b").orElseThrow();
    int same = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] bytes = new byte[HEADER + FrameSigner.SIGNATURE_BYTES];
      random.nextBytes(bytes);
      int code = of(sent, bytes);
      assertThat(of(expected, bytes)).isEqualTo(code);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      same += of(expected, bytes) == code ? 1 : 0;
      same += of(back, bytes) == of(sent, bytes) ? 1 : 0;
      same += of(toAnother, bytes) == of(sent, bytes) ? 1 : 0;
      same += of(ofAnother, bytes) == of(sent, bytes) ? 1 : 0;
    }
    assertThat(same).as("by chance, one in a million tries like this one").isZero();
  }

  @Test
  void followsTheKeysOfOthersAndKeepsItsOwn() {
    AtomicReference<Map<String, DeviceKeys>> current =
        new AtomicReference<>(Map.of("a", a, "b", b));
    FrameCodes codes = new KeyRing("keys", current::get).codes("a");
    byte[] bytes = new byte[HEADER + FrameSigner.SIGNATURE_BYTES];
    int before = of(codes.to("b").orElseThrow(), bytes);

    DeviceKeys next = DeviceKeys.generate("b");
    current.set(Map.of("a", DeviceKeys.generate("a"), "b", next));
    int after = of(codes.to("b").orElseThrow(), bytes);
    assertThat(after).isNotEqualTo(before);
    assertThat(of(knownTo(next, a).codes("b").from("a").orElseThrow(), bytes)).isEqualTo(after);

    current.set(Map.of());
    assertThat(codes.to("b")).isEmpty();
    assertThat(codes.from("b")).isEmpty();
  }

  private static int of(FrameCode code, byte[] bytes) {
    return code.of(
        ByteBuffer.wrap(bytes, 0, HEADER),
        ByteBuffer.wrap(bytes, HEADER, FrameSigner.SIGNATURE_BYTES));
  }

  /** Returns the keys of a device and the public ones of others. */
  private static KeyRing knownTo(DeviceKeys own, DeviceKeys... others) {
    Map<String, DeviceKeys> keys = new HashMap<>(Map.of(own.device(), own));
    for (DeviceKeys other : others) {
      keys.put(other.device(), new DeviceKeys(other.device(), Optional.empty(), other.publicKey()));
    }
    return new KeyRing("keys", keys);
  }
}
