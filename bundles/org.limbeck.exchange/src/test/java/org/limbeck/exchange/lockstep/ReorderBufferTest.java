package org.limbeck.exchange.lockstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;

class ReorderBufferTest {
  private static final long MOST = 10;

  private final ReorderBuffer arrivals = new ReorderBuffer(frame -> {});

  @Test
  void keepsTheFirstFrameOfASenderAndRound() {
    ByteBuffer first = ByteBuffer.allocate(4);
    arrivals.keep(0, 7, "a", first);
    arrivals.keep(0, 7, "a", ByteBuffer.allocate(4));
    assertThat(arrivals.has(0, 7, "a")).isTrue();
    assertThat(arrivals.take(0, 7, "a")).isSameAs(first);
    assertThat(arrivals.take(0, 7, "a")).isNull();
  }

  @Test
  void hasRoomForSomeBytesOfASenderAndNoMore() throws MalformedFrameException {
    ByteBuffer six = ByteBuffer.allocate(6);
    arrivals.requireRoom("b", six, MOST);
    arrivals.keep(0, 1, "b", six);
    assertThatThrownBy(() -> arrivals.requireRoom("b", ByteBuffer.allocate(5), MOST))
        .isInstanceOfSatisfying(
            MalformedFrameException.class,
            e -> assertThat(e.reason()).isEqualTo(RejectReason.TOO_EARLY))
        .hasMessageContaining("a frame of b comes too early");
    arrivals.requireRoom("b", ByteBuffer.allocate(4), MOST);
    arrivals.forgetThrough(1);
    arrivals.requireRoom("b", ByteBuffer.allocate(10), MOST);
    arrivals.keep(0, 2, "b", ByteBuffer.allocate(10));
    arrivals.take(0, 2, "b");
    arrivals.requireRoom("b", ByteBuffer.allocate(10), MOST);
  }

  @Test
  void nobodysFramesTakeThePlaceOfAnothers() throws MalformedFrameException {
    arrivals.keep(0, 5, "b", ByteBuffer.allocate(10));
    arrivals.requireRoom("c", ByteBuffer.allocate(10), MOST);
    assertThatThrownBy(() -> arrivals.requireRoom("b", ByteBuffer.allocate(1), MOST))
        .isInstanceOf(MalformedFrameException.class);
  }
}
