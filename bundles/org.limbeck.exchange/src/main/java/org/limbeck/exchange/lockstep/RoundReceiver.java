package org.limbeck.exchange.lockstep;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FrameReceiver;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;

/**
 * Takes in frames of other processes round by round. They are checked as they arrive, so that one
 * that is of no use is not taken for the one that is due. Used by one thread at a time.
 */
public final class RoundReceiver {
  private final FrameReceiver frameReceiver;
  private final ReorderBuffer arrivals;
  private final String device;

  public RoundReceiver(FrameReceiver frameReceiver, String device) {
    this.frameReceiver = frameReceiver;
    this.arrivals = new ReorderBuffer(frameReceiver::recycle, Endpoint.mostBytes());
    this.device = device;
  }

  /**
   * Waits until all frames of a round have arrived.
   *
   * @throws PeerTimeoutException if some have not after so long
   */
  public void await(long round, Duration patience, List<LockStepChannel> channels)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    keepAll(channels);
    List<String> missing = missing(round, channels);
    while (!missing.isEmpty()) {
      ByteBuffer bytes = frameReceiver.await(deadline);
      if (bytes == null) {
        throw new PeerTimeoutException(device, round, missing, patience);
      }
      keep(bytes, channels);
      keepAll(channels);
      missing = missing(round, channels);
    }
  }

  /**
   * Takes in the frames of a round.
   *
   * @throws IllegalStateException if a neighbour has left out frames, or sent one twice
   */
  public void receive(long round, List<LockStepChannel> channels) {
    keepAll(channels);
    for (LockStepChannel channel : channels) {
      for (String sender : channel.senders()) {
        ByteBuffer bytes = arrivals.take(channel.number(), round, sender);
        if (bytes != null) {
          receive(bytes, channel);
          frameReceiver.recycle(bytes);
        }
      }
    }
    arrivals.forgetThrough(round);
  }

  private void receive(ByteBuffer bytes, LockStepChannel channel) {
    try {
      channel.receive(frameReceiver.read(bytes));
    } catch (MalformedFrameException e) {
      throw new IllegalStateException(device + ": " + e.getMessage(), e);
    }
  }

  private List<String> missing(long round, List<LockStepChannel> channels) {
    return channels.stream()
        .flatMap(channel -> channel.missing(round, arrivals).stream())
        .distinct()
        .toList();
  }

  private void keepAll(List<LockStepChannel> channels) {
    for (int due = frameReceiver.size(); due > 0; due--) {
      keep(frameReceiver.poll(), channels);
    }
  }

  private void keep(ByteBuffer bytes, List<LockStepChannel> channels) {
    if (frameReceiver.admits(bytes) && isOfUse(bytes, channels)) {
      Frame frame = frameReceiver.frame();
      arrivals.keep(frame.channel(), frame.round(), frame.sender(), bytes);
    } else {
      frameReceiver.recycle(bytes);
    }
  }

  private boolean isOfUse(ByteBuffer bytes, List<LockStepChannel> channels) {
    Frame frame = frameReceiver.frame();
    try {
      arrivals.requireRoom(frame.sender(), bytes);
      LockStepChannel.addressed(frame, channels).check(frame);
      return true;
    } catch (MalformedFrameException e) {
      frameReceiver.refuse(e);
      return false;
    }
  }
}
