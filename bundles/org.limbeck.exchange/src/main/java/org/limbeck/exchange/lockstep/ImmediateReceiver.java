package org.limbeck.exchange.lockstep;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.limbeck.exchange.endpoint.FrameInbox;
import org.limbeck.exchange.endpoint.FrameReceiver;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;

/** Takes in frames of this process, which have arrived when their senders have sent them. */
final class ImmediateReceiver implements ChannelReceiver {
  private final FrameReceiver frameReceiver;
  private final String device;

  ImmediateReceiver(FrameReceiver frameReceiver, String device) {
    this.frameReceiver = frameReceiver;
    this.device = device;
  }

  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public void await(
      long round, Duration timeout, List<PeerChannel> channels, Runnable whileWaiting) {}

  @Override
  public void answer(List<PeerChannel> channels) {}

  @Override
  public void receive(long round, List<PeerChannel> channels) {
    FrameInbox inbox = frameReceiver.inbox();
    for (ByteBuffer bytes = inbox.poll(); bytes != null; bytes = inbox.poll()) {
      try {
        Frame frame = frameReceiver.read(bytes);
        PeerChannel.addressed(frame, channels).receive(frame);
      } catch (MalformedFrameException e) {
        throw new IllegalStateException(device + ": " + e.getMessage(), e);
      }
      inbox.recycle(bytes);
    }
  }
}
