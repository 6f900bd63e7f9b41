package org.limbeck.exchange.lockstep;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FrameReceiver;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;

/**
 * Takes in frames of other processes round by round. A neighbour may be ahead, as it goes on when
 * it has this device's frame of a round and not when this device is done with it: what it sends
 * early is kept in a {@link ReorderBuffer} until its round comes. A frame is checked as it arrives,
 * not in its round, so that one that is of no use does not take the place of the one that is due.
 * Waiting ends when every neighbour's frame of the round is there, or with a {@link
 * PeerTimeoutException}; then nothing has been taken in yet. A frame is decoded twice, once to be
 * checked. Used by one thread at a time.
 */
final class RoundReceiver implements ChannelReceiver {
  private final FrameReceiver frameReceiver;
  private final ReorderBuffer arrivals;
  private final String device;

  RoundReceiver(FrameReceiver frameReceiver, String device) {
    this.frameReceiver = frameReceiver;
    this.arrivals = new ReorderBuffer(frameReceiver.inbox()::recycle, Endpoint.mostBytes());
    this.device = device;
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public void await(long round, Duration timeout, List<LockStepChannel> channels)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    keepAll(channels);
    List<String> missing = missing(round, channels);
    while (!missing.isEmpty()) {
      ByteBuffer bytes = frameReceiver.inbox().await(deadline);
      if (bytes == null) {
        throw new PeerTimeoutException(device, round, missing, timeout);
      }
      keep(bytes, channels);
      keepAll(channels);
      missing = missing(round, channels);
    }
  }

  @Override
  public void receive(long round, List<LockStepChannel> channels) {
    keepAll(channels);
    for (LockStepChannel channel : channels) {
      for (String sender : channel.senders()) {
        ByteBuffer bytes = arrivals.take(channel.number(), round, sender);
        if (bytes != null) {
          receive(bytes, channel);
          frameReceiver.inbox().recycle(bytes);
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
    for (int due = frameReceiver.inbox().size(); due > 0; due--) {
      keep(frameReceiver.inbox().poll(), channels);
    }
  }

  private void keep(ByteBuffer bytes, List<LockStepChannel> channels) {
    Optional<Frame> admitted = frameReceiver.admit(bytes);
    if (admitted.isPresent() && isOfUse(admitted.get(), bytes, channels)) {
      Frame frame = admitted.get();
      arrivals.keep(frame.channel(), frame.round(), frame.sender(), bytes);
    } else {
      frameReceiver.inbox().recycle(bytes);
    }
  }

  private boolean isOfUse(Frame frame, ByteBuffer bytes, List<LockStepChannel> channels) {
    try {
      arrivals.requireRoom(frame.sender(), bytes);
      LockStepChannel.addressed(frame, channels).check(frame);
      return true;
    } catch (MalformedFrameException e) {
      frameReceiver.refuse(frame, e);
      return false;
    }
  }
}
