package org.limbeck.exchange.endpoint;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.limbeck.api.event.Traffic;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;

/**
 * Reads the frames that have arrived for a device, and counts them. Used by one thread at a time.
 */
public final class FrameReceiver {
  private final FrameInbox inbox;
  private final FrameFilter frameFilter;
  private final Frame frame = new Frame();
  private final Optional<Frame> admitted = Optional.of(frame);
  private long payloadBytes;
  private long frameBytes;

  public FrameReceiver(FrameInbox inbox, FrameFilter frameFilter) {
    this.inbox = inbox;
    this.frameFilter = frameFilter;
  }

  /** Returns what holds the frames that have come. */
  public FrameInbox inbox() {
    return inbox;
  }

  /**
   * Reads a frame of this process, or one that was admitted before, and counts it. The view is
   * reused for the next one.
   *
   * @throws MalformedFrameException if it is none
   */
  public Frame read(ByteBuffer bytes) throws MalformedFrameException {
    count(view(bytes));
    return frame;
  }

  /**
   * Reads such a frame, and does not count it.
   *
   * @throws MalformedFrameException if it is none
   */
  public Frame view(ByteBuffer bytes) throws MalformedFrameException {
    frame.read(bytes);
    return frame;
  }

  /**
   * Reads a frame that anybody may have sent. The view is reused for the next one.
   *
   * @param check looks at its header before its signature is verified
   * @return empty if it is not for this device, or not wanted
   */
  public Optional<Frame> admit(ByteBuffer bytes, HeaderCheck check) {
    boolean told = false;
    try {
      frame.read(bytes);
      told = true;
      if (!check.wants(frame)) {
        return Optional.empty();
      }
      frameFilter.admit(frame);
      return admitted;
    } catch (MalformedFrameException e) {
      frameFilter.refuse(told ? frame.sender() : "someone", e);
      return Optional.empty();
    }
  }

  /** What can be told of a frame by its header alone, whoever has written that. */
  @FunctionalInterface
  public interface HeaderCheck {
    /**
     * Returns whether a frame is worth a closer look.
     *
     * @throws MalformedFrameException if it is not, and this is to be counted
     */
    boolean wants(Frame frame) throws MalformedFrameException;
  }

  /** Takes note that the frame read last, which was admitted, cannot be used. */
  public void refuse(MalformedFrameException reason) {
    frameFilter.charge(frame.sender(), reason);
  }

  /** Counts a frame. */
  public void count(Frame read) {
    count(read.payloadBytes(), read.frameBytes());
  }

  /** Counts what came another way. */
  public void count(long payload, long whole) {
    payloadBytes += payload;
    frameBytes += whole;
  }

  public Traffic received() {
    return new Traffic(payloadBytes, frameBytes, 0, frameFilter.refused() + inbox.refused());
  }
}
