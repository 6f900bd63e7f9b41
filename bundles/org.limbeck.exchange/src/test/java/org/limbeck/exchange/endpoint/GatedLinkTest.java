package org.limbeck.exchange.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.limbeck.api.transport.Link;
import org.limbeck.exchange.discovery.PeerAnnouncements;

class GatedLinkTest {
  private static final ByteBuffer FRAME = ByteBuffer.allocate(8);

  private final WaitingShare share = new WaitingMemory().join();
  private final FrameGate gate =
      new FrameGate(
          "a",
          new FrameInbox(new PeerAnnouncements("", Optional.empty())),
          share,
          Optional.empty(),
          new RefusalLog(),
          System::nanoTime);

  @Test
  void whatTheTransportCannotCarryIsToldFromOtherFaults() {
    GatedLink link = new GatedLink(new RefusingLink("frames are too large"), gate, share);

    assertRefused(() -> link.send(List.of("b"), FRAME));
    assertRefused(() -> link.announce(FRAME));
    assertRefused(() -> link.follow(List.of("b")));
    assertThat(link.wireBytes()).isZero();
  }

  private static void assertRefused(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOf(TransportException.class)
        .hasMessage("frames are too large");
  }

  private record RefusingLink(String reason) implements Link {
    @Override
    public void send(Collection<String> to, ByteBuffer frame) {
      throw new IllegalStateException(reason);
    }

    @Override
    public void announce(ByteBuffer announcement) {
      throw new IllegalStateException(reason);
    }

    @Override
    public void follow(Collection<String> devices) {
      throw new IllegalStateException(reason);
    }

    @Override
    public void close() {}
  }
}
