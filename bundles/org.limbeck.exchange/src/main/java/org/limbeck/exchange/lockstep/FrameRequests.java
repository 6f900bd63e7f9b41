package org.limbeck.exchange.lockstep;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.exchange.endpoint.FrameSender;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;

/**
 * Asks neighbours to send frames again that have not come, and answers what they ask for. A request
 * names a channel and a round, and is a frame without payload. Its sequence number counts the
 * requests of its sender, so that each is answered once. What is sent again are the bytes of the
 * first time; it is not counted as traffic, which is the same however often frames get lost. Used
 * by one thread at a time.
 */
final class FrameRequests {
  private static final int MOST_SENDERS = 4096;

  private final FrameSender frameSender;
  private final Map<String, Long> answered = new HashMap<>();
  private final ByteBuffer out;
  private long asked;

  FrameRequests(FrameSender frameSender) {
    this.frameSender = frameSender;
    this.out = ByteBuffer.allocate(frameSender.frameBytes(0));
  }

  /** Asks a neighbour for the frame of a round. */
  void ask(int channel, long round, String neighbour) {
    FrameWriter.begin(out, frameSender.envelope(), Frame.REQUEST, 0, channel, asked++, round);
    frameSender.end(out);
    frameSender.ask(neighbour, out);
  }

  /** Returns whether a request has not been answered yet. */
  boolean isNew(Frame request) {
    return request.sequence() > answered.getOrDefault(request.sender(), -1L);
  }

  /**
   * Sends the frame that a request names, if it is still there.
   *
   * @throws MalformedFrameException if it is no request, or of one more sender than there may be
   */
  void answer(Frame request, List<PeerChannel> channels) throws MalformedFrameException {
    String sender = request.sender();
    if (request.payloadBytes() > 0) {
      throw new MalformedFrameException("a request of " + sender + " has a payload");
    }
    if (!answered.containsKey(sender) && answered.size() >= MOST_SENDERS) {
      throw new MalformedFrameException(
          RejectReason.UNKNOWN_SENDER, "more than " + MOST_SENDERS + " devices ask for frames");
    }
    answered.put(sender, request.sequence());
    for (PeerChannel channel : channels) {
      if (channel.number() == request.channel()) {
        channel.resend(request.round(), sender);
      }
    }
  }
}
