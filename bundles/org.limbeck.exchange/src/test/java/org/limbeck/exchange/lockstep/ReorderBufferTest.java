package org.limbeck.exchange.lockstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.limbeck.exchange.frame.MalformedFrameException;

class ReorderBufferTest {
  private final ReorderBuffer arrivals = new ReorderBuffer(frame -> {}, 10);

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
  void hasRoomForSomeBytesAndNoMore() throws MalformedFrameException {
    ByteBuffer six = ByteBuffer.allocate(6);
    arrivals.requireRoom("a", six);
    arrivals.keep(0, 1, "a", six);
    assertThatThrownBy(() -> arrivals.requireRoom("b", ByteBuffer.allocate(5)))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessageContaining("a frame of b comes too early");
    arrivals.requireRoom("b", ByteBuffer.allocate(4));
    arrivals.forgetThrough(1);
    arrivals.requireRoom("b", ByteBuffer.allocate(10));
    arrivals.keep(0, 2, "b", ByteBuffer.allocate(10));
    arrivals.take(0, 2, "b");
    arrivals.requireRoom("b", ByteBuffer.allocate(10));
  }
}
