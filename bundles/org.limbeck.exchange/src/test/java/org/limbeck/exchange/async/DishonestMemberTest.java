package org.limbeck.exchange.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.api.Block;
import org.limbeck.exchange.frame.DishonestFrames;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.frame.MalformedFrameException;

/** What a device with a key does to two others that do not wait, whatever it signs. */
class DishonestMemberTest {
  private static final double EXACT = 1e-4;
  private static final int SETTLED = 100;
  private static final List<String> ALL = List.of("a", "b", SignedTrio.LIAR);

  private final SignedTrio trio = new SignedTrio();

  /** Each of one frame that the device would have sent makes others. */
  private interface Lie extends Function<DishonestFrames, Function<byte[], List<byte[]>>> {}

  static Stream<Arguments> whatIsRefused() {
    return Stream.of(
        lie("value 11 is NaN", by -> frame -> List.of(by.withLastValue(frame, Float.NaN))),
        lie("OUT_OF_BOUNDS", by -> frame -> List.of(by.withLastValue(frame, 1000))),
        lie(
            "UNDECODABLE: a frame of c cannot be decoded",
            by -> frame -> List.of(by.longer(frame, 1 << 20))),
        lie("UNEXPECTED", by -> frame -> List.of(by.withNumber(frame, 0, -1))));
  }

  static Stream<Arguments> whatIsOfNoUse() {
    return Stream.of(
        lie("a wrong sequence", by -> frame -> List.of(by.withLaterSequence(frame, 1000))),
        lie("its own frames again", by -> new Memory()::repeat),
        lie("a flood", by -> frame -> Collections.nCopies(25, frame)),
        lie("nothing", by -> frame -> List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatIsRefused")
  void whoseFramesAreRefusedIsLeftOutAndTheOthersGoOn(String reason, Lie lie) {
    trio.run(SETTLED);
    assertThat(trio.error(ALL)).isLessThan(EXACT);
    trio.lie(lie);
    trio.run(SETTLED);
    for (String device : SignedTrio.HONEST) {
      assertThat(trio.leftOut(device)).containsOnlyKeys(SignedTrio.LIAR);
      assertThat(trio.leftOut(device).get(SignedTrio.LIAR)).contains("10 frames", reason);
    }
    trio.run(SETTLED);
    assertThat(trio.error(SignedTrio.HONEST)).isLessThan(EXACT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatIsOfNoUse")
  void whatIsOfNoUseMovesNothing(String name, Lie lie) {
    trio.run(SETTLED);
    trio.lie(lie);
    trio.run(SETTLED);
    assertThat(trio.error(ALL)).as(name).isLessThan(EXACT);
    for (String device : SignedTrio.HONEST) {
      assertThat(trio.leftOut(device)).isEmpty();
    }
  }

  @Test
  void whoBeginsAnewIsHeardAgain() {
    trio.run(SETTLED);
    trio.lie(by -> frame -> List.of(by.withLastValue(frame, Float.NaN)));
    trio.run(SETTLED);
    assertThat(trio.leftOut("a")).isNotEmpty();
    trio.transport.replace(SignedTrio.LIAR, List::of);
    trio.beginAnew(SignedTrio.LIAR);
    trio.run(2 * SETTLED);
    assertThat(trio.leftOut("a")).isEmpty();
    assertThat(trio.error(ALL)).isLessThan(EXACT);
  }

  /** It is its own word alone, and so ends nobody else's rounds. */
  @Test
  void whoSaysThatItHasFinishedFinishesNobodyElse() {
    trio.run(SETTLED);
    trio.finishEarly();
    trio.run(SETTLED);
    assertThat(trio.takesOthersForFinished("a")).isFalse();
    assertThat(trio.error(ALL)).isLessThan(EXACT);
  }

  /** Its word counts for the number of its own frames, and not for others' incarnations. */
  @Test
  void aDeviceBeginsAnewForALiarAFewTimesOnly() {
    trio.run(SETTLED);
    long before = incarnation();
    for (int i = 0; i < 20; i++) {
      trio.transport.bring(SignedTrio.LIAR, "a", snapshotFor(incarnation() + 5, 0));
      trio.run(1);
    }
    assertThat(incarnation()).isEqualTo(before + 3 * 6);
    assertThat(trio.leftOut("a").get(SignedTrio.LIAR)).contains("OUT_OF_BOUNDS");
    trio.run(2 * SETTLED);
    assertThat(trio.leftOut("b")).isEmpty();
  }

  /** A stranger can bring it there; incarnations are alike where devices were started at once. */
  @Test
  void whatIsForOneDeviceSettlesNothingWithAnother() {
    trio.run(SETTLED);
    List<byte[]> snapshots = trio.overhear("a", Frame.SNAPSHOT);
    trio.beginAnew("c");
    trio.run(SETTLED);
    trio.beginAnew("b");
    snapshots.forEach(snapshot -> trio.transport.bring("a", "b", snapshot));
    trio.run(3 * SETTLED);
    assertThat(snapshots).isNotEmpty();
    assertThat(trio.error(ALL)).isLessThan(EXACT);
    assertThat(trio.leftOut("b")).isEmpty();
  }

  @Test
  void whatHasComeBeforeIsRefusedBeforeItsSignatureIsVerified() throws Exception {
    trio.run(SETTLED);
    List<byte[]> heard = trio.overhear("a", Frame.DATA);
    trio.run(SETTLED);
    byte[] latest = heard.get(heard.size() - 1).clone();
    latest[latest.length - 1] ^= 1;
    assertThatThrownBy(() -> trio.look("b", latest))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessageContaining("of a is here already");
    trio.look("b", new DishonestFrames(trio.keys, "a").withLaterSequence(latest, 1000));
  }

  @Test
  void refusesASnapshotThatTellsOfMoreTransfersThanThereCanBe() {
    trio.run(SETTLED);
    for (int i = 0; i < 10; i++) {
      trio.transport.bring(SignedTrio.LIAR, "a", snapshotFor(incarnation(), Long.MAX_VALUE));
    }
    trio.run(2);
    assertThat(trio.leftOut("a").get(SignedTrio.LIAR)).contains("OUT_OF_BOUNDS", "transfers");
  }

  private long incarnation() {
    return trio.port("a").sender().envelope().incarnation();
  }

  private byte[] snapshotFor(long incarnation, long transfers) {
    Block none = new Block(0, SignedTrio.CLASSES);
    EdgeSnapshot snapshot = new EdgeSnapshot("a", incarnation, true, transfers, none, none);
    ByteBuffer out = ByteBuffer.allocate(500);
    FrameWriter.begin(
        out, trio.port(SignedTrio.LIAR).sender().envelope(), Frame.SNAPSHOT, 0, 0, 0, 0);
    snapshot.write(SignedTrio.ROWS, out);
    new FrameWriter(Optional.of(trio.keys.signer(SignedTrio.LIAR))).end(out);
    byte[] frame = new byte[out.remaining()];
    out.get(frame);
    return frame;
  }

  private static Arguments lie(String name, Lie lie) {
    return Arguments.of(name, lie);
  }

  /** Sends all that it has sent lately once more, with every frame. */
  private static final class Memory {
    private final List<byte[]> sent = new ArrayList<>();

    List<byte[]> repeat(byte[] frame) {
      sent.add(frame);
      return List.copyOf(sent.subList(Math.max(0, sent.size() - 8), sent.size()));
    }
  }
}
