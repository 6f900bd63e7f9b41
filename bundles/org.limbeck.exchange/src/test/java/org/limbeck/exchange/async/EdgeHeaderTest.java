package org.limbeck.exchange.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;

class EdgeHeaderTest {
  private static final int ROWS = 11;

  /** The SHA-256 of the first two ids begin with the same four bytes. */
  @Test
  void tellsAllNeighboursApart() throws MalformedFrameException {
    BitSet some = new BitSet();
    some.set(2, 5);
    BitSet all = new BitSet();
    all.set(0, ROWS);
    List<EdgeHeader> headers =
        List.of(
            new EdgeHeader("device-110954", false, 6, 0.25f, some),
            new EdgeHeader("device-119766", true, 5, 0, new BitSet()),
            new EdgeHeader("a".repeat(64), false, 4, 0.5f, all));
    ByteBuffer out = ByteBuffer.allocate(EdgeHeader.maxBytes(headers.size(), ROWS));
    EdgeHeader.write(headers, ROWS, out);

    assertThat(EdgeHeader.read(out.flip(), ROWS)).isEqualTo(headers);
    assertThat(out.hasRemaining()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(floats = {0, -0.1f, 0.51f, Float.NaN, Float.POSITIVE_INFINITY})
  void refusesWeightsThatNoEdgeHas(float weight) {
    BitSet some = new BitSet();
    some.set(2, 5);
    ByteBuffer out = ByteBuffer.allocate(EdgeHeader.maxBytes(1, ROWS));
    EdgeHeader.write(List.of(new EdgeHeader("hall", false, 5, weight, some)), ROWS, out);

    out.rewind();
    assertThatThrownBy(() -> EdgeHeader.read(out, ROWS))
        .isInstanceOfSatisfying(
            MalformedFrameException.class,
            e -> assertThat(e.reason()).isEqualTo(RejectReason.OUT_OF_BOUNDS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Device", "a b", "a\n"})
  void refusesNamesThatAreNone(String id) {
    ByteBuffer out = ByteBuffer.allocate(EdgeHeader.maxBytes(1, ROWS));
    EdgeHeader.write(List.of(new EdgeHeader(id, true, 5, 0, new BitSet())), ROWS, out);

    out.rewind();
    assertThatThrownBy(() -> EdgeHeader.read(out, ROWS))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessageContaining("name a device that is none");
  }
}
