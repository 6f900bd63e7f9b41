package org.limbeck.exchange.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class FrameInboxTest {
  private final FrameInbox inbox = new FrameInbox(4);

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
  void losesFramesWhileItIsFull() {
    inbox.frame(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    inbox.frame(ByteBuffer.wrap(new byte[] {4, 5}));
    inbox.frame(ByteBuffer.wrap(new byte[] {6}));
    assertThat(inbox.size()).isEqualTo(2);
    inbox.poll();
    inbox.frame(ByteBuffer.wrap(new byte[] {7, 8}));
    assertThat(inbox.poll()).isEqualTo(ByteBuffer.wrap(new byte[] {6}));
    assertThat(inbox.poll()).isEqualTo(ByteBuffer.wrap(new byte[] {7, 8}));
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
