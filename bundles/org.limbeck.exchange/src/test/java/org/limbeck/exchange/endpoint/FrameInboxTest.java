package org.limbeck.exchange.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limbeck.exchange.discovery.PeerAnnouncements;

class FrameInboxTest {
  private final FrameInbox inbox = new FrameInbox(new PeerAnnouncements("", Optional.empty()));

  @Test
  void givesFramesInTheOrderOfArrivalAndThenNone() {
    inbox.frame(ByteBuffer.wrap(new byte[] {1, 2}));
    inbox.frame(ByteBuffer.wrap(new byte[] {3}));
    assertThat(inbox.poll()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
    assertThat(inbox.poll()).isEqualTo(ByteBuffer.wrap(new byte[] {3}));
    assertThat(inbox.poll()).isNull();
  }

  @Test
  void keepsACopyAndLeavesTheFrameAsItIs() {
    byte[] bytes = {0, 1, 2, 3};
    ByteBuffer frame = ByteBuffer.wrap(bytes, 1, 2);
    inbox.frame(frame);
    assertThat(frame.position()).isEqualTo(1);
    assertThat(frame.limit()).isEqualTo(3);
    bytes[1] = 9;
    assertThat(inbox.poll()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
  }

  @Test
  void takesNoMoreOfASenderThanItMay() {
    assertThat(inbox.add("a", ByteBuffer.wrap(new byte[] {1, 2, 3}), 4)).isTrue();
    assertThat(inbox.add("a", ByteBuffer.wrap(new byte[] {4, 5}), 4)).isFalse();
    assertThat(inbox.add("b", ByteBuffer.wrap(new byte[] {6, 7, 8, 9}), 4)).isTrue();
    assertThat(inbox.size()).isEqualTo(2);
    inbox.poll();
    assertThat(inbox.add("a", ByteBuffer.wrap(new byte[] {4, 5}), 4)).isTrue();
    assertThat(inbox.poll()).isEqualTo(ByteBuffer.wrap(new byte[] {6, 7, 8, 9}));
    assertThat(inbox.poll()).isEqualTo(ByteBuffer.wrap(new byte[] {4, 5}));
  }

  /** Otherwise 15,000 small frames could hold the memory of as many large ones. */
  @Test
  void usesNoLargeBufferForASmallFrame() {
    inbox.frame(ByteBuffer.allocate(1000));
    inbox.recycle(inbox.poll());
    inbox.frame(ByteBuffer.wrap(new byte[] {1}));
    assertThat(inbox.poll().capacity()).isEqualTo(1);
  }

  /** As many large ones as small ones would be more than the heap of a small device. */
  @Test
  void keepsFewLargeBuffers() {
    for (int i = 0; i < 300; i++) {
      inbox.frame(ByteBuffer.allocate(1 << 10));
    }
    recycleAll();
    for (int i = 0; i < 300; i++) {
      inbox.frame(ByteBuffer.allocate(1 << 20));
      inbox.recycle(inbox.poll());
    }
    assertThat(inbox.freeBytes()).isLessThanOrEqualTo(4 << 20);
  }

  private void recycleAll() {
    for (ByteBuffer next = inbox.poll(); next != null; next = inbox.poll()) {
      inbox.recycle(next);
    }
  }

  @Test
  void reusesBuffersThatComeBack() {
    inbox.frame(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    ByteBuffer first = inbox.poll();
    inbox.recycle(first);
    inbox.frame(ByteBuffer.wrap(new byte[] {4}));
    assertThat(inbox.poll()).isSameAs(first).isEqualTo(ByteBuffer.wrap(new byte[] {4}));
  }
}
