package org.limbeck.exchange.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.limbeck.exchange.discovery.PeerAnnouncements;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.KeyRing;

class FrameGateTest {
  private static final Envelope B = Envelope.of("net", "b", new byte[32], "float32");

  private final FrameInbox inbox = new FrameInbox(new PeerAnnouncements("", Optional.empty()));
  private final WaitingMemory memory = new WaitingMemory(1 << 18);
  private final WaitingShare share = memory.join();
  private final FrameGate gate =
      new FrameGate("a", inbox, share, Optional.empty(), new RefusalLog(), () -> 0);

  private final AtomicReference<Map<String, DeviceKeys>> keys =
      new AtomicReference<>(
          Stream.of("a", "b", "c").collect(Collectors.toMap(id -> id, DeviceKeys::generate)));
  private long now;
  private final FrameGate gated =
      new FrameGate(
          "a",
          inbox,
          new WaitingMemory(1 << 20).join(),
          Optional.of(new KeyRing("keys", keys::get)),
          new RefusalLog(),
          () -> now);

  @Test
  void letsNobodyInBeforeTheDeviceFollowsAnyone() {
    gate.frame("b", frame(B, 10));
    assertThat(inbox.size()).isZero();
    assertThat(inbox.refused()).isEqualTo(1);
  }

  @Test
  void letsInThoseWhomTheDeviceFollows() {
    gate.follow(List.of("b", "c"));
    gate.frame("b", frame(B, 10));
    gate.frame("c", frame(B.from("c"), 10));
    gate.frame("d", frame(B.from("d"), 10));
    assertThat(inbox.size()).isEqualTo(2);
    gate.follow(List.of("d"));
    gate.frame("b", frame(B, 10));
    assertThat(inbox.size()).isEqualTo(2);
    assertThat(inbox.refused()).isEqualTo(2);
  }

  @Test
  void dropsAFrameThatNamesAnotherSenderThanItsTopic() {
    gate.follow(List.of("b", "c"));
    gate.frame("c", frame(B, 10));
    gate.frame("b", ByteBuffer.allocate(100));
    gate.frame("b", ByteBuffer.allocate(0));
    assertThat(inbox.size()).isZero();
    assertThat(inbox.refused()).isEqualTo(3);
  }

  @Test
  void believesAFrameWhereTheTransportKnowsNoSender() {
    gate.follow(List.of("b"));
    gate.frame(frame(B, 10));
    gate.frame(frame(B.from("c"), 10));
    gate.frame(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    assertThat(inbox.size()).isEqualTo(1);
  }

  /** It is to be refused with a message that names both formats. */
  @Test
  void letsInAFrameOfAnotherFormat() {
    gate.follow(List.of("b"));
    ByteBuffer other = frame(B, 10);
    other.put(4, (byte) 1);
    gate.frame("b", other);
    assertThat(inbox.size()).isEqualTo(1);
  }

  @Test
  void nobodysFloodTakesAnothersPlace() {
    gate.follow(List.of("b", "c"));
    for (int n = 0; n < 100; n++) {
      gate.frame("b", frame(B, 40_000));
    }
    gate.frame("c", frame(B.from("c"), 120_000));
    assertThat(inbox.size()).isEqualTo(4);
    assertThat(inbox.refused()).isEqualTo(97);
  }

  @Test
  void allDevicesOfAProcessShareItsMemory() {
    gate.follow(List.of("b"));
    assertThat(share.ofANeighbour(1)).isEqualTo(1 << 18);
    WaitingShare other = memory.join();
    assertThat(share.ofANeighbour(1)).isEqualTo(1 << 17);
    for (int n = 0; n < 100; n++) {
      gate.frame("b", frame(B, 40_000));
    }
    assertThat(inbox.size()).isEqualTo(3);
    other.close();
    other.close();
    assertThat(share.ofANeighbour(2)).isEqualTo(1 << 17);
  }

  @Test
  void whatWaitsMayTakeAnEighthOfTheHeap() {
    assertThat(new WaitingMemory().join().ofANeighbour(1))
        .isEqualTo(Runtime.getRuntime().maxMemory() / 8);
  }

  /** A heap of 128 MiB: all the inboxes together keep to an eighth of it, whatever arrives. */
  @Test
  void theInboxesOfManyDevicesTogetherKeepToTheSharedMemory() {
    long bytes = (128 << 20) / 8;
    WaitingMemory shared = new WaitingMemory(bytes);
    List<FrameInbox> inboxes = new ArrayList<>();
    List<FrameGate> gates = new ArrayList<>();
    List<String> neighbours = List.of("b", "c", "d", "e");
    for (int n = 0; n < 64; n++) {
      FrameInbox one = new FrameInbox(new PeerAnnouncements("", Optional.empty()));
      inboxes.add(one);
      gates.add(
          new FrameGate("a", one, shared.join(), Optional.empty(), new RefusalLog(), () -> 0));
    }
    for (FrameGate each : gates) {
      each.follow(neighbours);
      for (String sender : neighbours) {
        ByteBuffer frame = frame(B.from(sender), 4096);
        for (int n = 0; n < 100; n++) {
          each.frame(sender, frame);
        }
      }
    }
    long waiting = inboxes.stream().mapToLong(FrameGateTest::bytes).sum();
    assertThat(waiting).isBetween(bytes / 2, bytes);
  }

  /** What honest neighbours send is about as large as what the device sends. */
  @Test
  void someFramesOfEachNeighbourFindRoomHoweverManyDevicesThereAre() {
    for (int n = 0; n < 1000; n++) {
      memory.join();
    }
    gate.follow(List.of("b"));
    gate.frame("b", frame(B, 100_000));
    assertThat(inbox.size()).isZero();
    share.sends(100_000);
    for (int n = 0; n < 10; n++) {
      gate.frame("b", frame(B, 100_000));
    }
    assertThat(inbox.size()).isEqualTo(8);
  }

  /**
   * Whoever floods a device in the name of a neighbour fills nothing, and the neighbour is heard.
   */
  @Test
  void letsInWhatHasACodeHoweverManyAreForged() {
    gated.follow(List.of("b"));
    for (int n = 0; n < 1000; n++) {
      gated.frame("b", signed("b", "c"));
    }
    assertThat(inbox.size()).isEqualTo(CodeCheck.WITHOUT_CODE);
    assertThat(inbox.refused()).isEqualTo(1000 - CodeCheck.WITHOUT_CODE);
    for (int n = 0; n < 10; n++) {
      gated.frame("b", signed("b", "a"));
    }
    assertThat(inbox.size()).isEqualTo(CodeCheck.WITHOUT_CODE + 10);
  }

  @Test
  void letsInSomeWithoutACodeInASecond() {
    gated.follow(List.of("b", "c"));
    for (int second = 1; second <= 3; second++) {
      for (int n = 0; n < 1000; n++) {
        gated.frame("b", signed("b", "c"));
      }
      gated.frame("c", signed("c", "c"));
      assertThat(inbox.size()).isEqualTo(second * (CodeCheck.WITHOUT_CODE + 1));
      now += TimeUnit.SECONDS.toNanos(1);
    }
  }

  /** Signed frames of no device, and frames of other formats, are refused by name later. */
  @Test
  void takesNothingForACode() {
    gated.follow(List.of("b"));
    ByteBuffer otherFormat = signed("b", "a").put(4, (byte) 3);
    ByteBuffer unsigned = frame(B, 10);
    ByteBuffer cut = signed("b", "a");
    cut.limit(cut.limit() - 1);
    ByteBuffer otherLength = signed("b", "a").putInt(36, -1);
    for (ByteBuffer each : List.of(otherFormat, unsigned, cut, otherLength)) {
      for (int n = 0; n < 1000; n++) {
        gated.frame("b", each);
      }
      assertThat(inbox.size()).isEqualTo(CodeCheck.WITHOUT_CODE);
      bytes(inbox);
      now += TimeUnit.SECONDS.toNanos(1);
    }
  }

  @Test
  void followsKeysThatChange() {
    gated.follow(List.of("b"));
    gated.frame("b", signed("b", "a"));
    Map<String, DeviceKeys> changed = new HashMap<>(keys.get());
    changed.put("b", DeviceKeys.generate("b"));
    keys.set(changed);
    for (int n = 0; n < 1000; n++) {
      gated.frame("b", signed("b", "c"));
    }
    int before = inbox.size();
    gated.frame("b", signed("b", "a"));
    assertThat(inbox.size()).isEqualTo(before + 1);
  }

  /** Returns a frame of a device with a code for another. */
  private ByteBuffer signed(String sender, String receiver) {
    KeyRing ring = new KeyRing("keys", keys::get);
    ByteBuffer out = ByteBuffer.allocate(500);
    FrameWriter.begin(out, B.from(sender), Frame.DATA, 0, 0, 0, 0);
    new FrameWriter(Optional.of(ring.signer(sender))).end(out);
    ByteBuffer whole = ByteBuffer.allocate(500);
    FrameWriter.address(out, ring.codes(sender).to(receiver).stream().toList(), whole);
    return whole;
  }

  private static long bytes(FrameInbox inbox) {
    long bytes = 0;
    for (ByteBuffer next = inbox.poll(); next != null; next = inbox.poll()) {
      bytes += next.capacity();
    }
    return bytes;
  }

  private static ByteBuffer frame(Envelope from, int payload) {
    ByteBuffer out = ByteBuffer.allocate(payload + 500);
    FrameWriter.begin(out, from, Frame.DATA, 0, 0, 0, 0);
    out.position(out.position() + payload);
    new FrameWriter(Optional.empty()).end(out);
    return out;
  }
}
