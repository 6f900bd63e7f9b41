package org.limbeck.engine.device;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.limbeck.engine.channel.Arrivals;
import org.limbeck.engine.channel.Mailbox;
import org.limbeck.engine.channel.PeerChannel;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.network.MalformedFrameException;

/**
 * Takes in frames of other processes round by round. They are checked as they arrive, so that one
 * that is of no use is not taken for the one that is due. Used by one thread at a time.
 */
final class Turns {
  private final Mailbox mailbox;
  private final Arrivals arrivals;
  private final String device;

  Turns(Mailbox mailbox, String device) {
    this.mailbox = mailbox;
    this.arrivals = new Arrivals(mailbox::recycle, Station.mostBytes());
    this.device = device;
  }

  /**
   * Waits until all frames of a round have arrived.
   *
   * @throws SilenceException if some have not after so long
   */
  void await(long round, Duration patience, List<PeerChannel> channels)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    keepAll(channels);
    List<String> missing = missing(round, channels);
    while (!missing.isEmpty()) {
      ByteBuffer bytes = mailbox.await(deadline);
      if (bytes == null) {
        throw new SilenceException(device, round, missing, patience);
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
  void receive(long round, List<PeerChannel> channels) {
    keepAll(channels);
    for (PeerChannel channel : channels) {
      for (String sender : channel.senders()) {
        ByteBuffer bytes = arrivals.take(channel.number(), round, sender);
        if (bytes != null) {
          receive(bytes, channel);
          mailbox.recycle(bytes);
        }
      }
    }
    arrivals.forgetThrough(round);
  }

  private void receive(ByteBuffer bytes, PeerChannel channel) {
    try {
      channel.receive(mailbox.read(bytes));
    } catch (MalformedFrameException e) {
      throw new IllegalStateException(device + ": " + e.getMessage(), e);
    }
  }

  private List<String> missing(long round, List<PeerChannel> channels) {
    return channels.stream()
        .flatMap(channel -> channel.missing(round, arrivals).stream())
        .distinct()
        .toList();
  }

  private void keepAll(List<PeerChannel> channels) {
    for (int due = mailbox.size(); due > 0; due--) {
      keep(mailbox.poll(), channels);
    }
  }

  private void keep(ByteBuffer bytes, List<PeerChannel> channels) {
    if (mailbox.admits(bytes) && isOfUse(bytes, channels)) {
      Frame frame = mailbox.frame();
      arrivals.keep(frame.channel(), frame.round(), frame.sender(), bytes);
    } else {
      mailbox.recycle(bytes);
    }
  }

  private boolean isOfUse(ByteBuffer bytes, List<PeerChannel> channels) {
    Frame frame = mailbox.frame();
    try {
      arrivals.requireRoom(frame.sender(), bytes);
      PeerChannel.addressed(frame, channels).check(frame);
      return true;
    } catch (MalformedFrameException e) {
      mailbox.refuse(e);
      return false;
    }
  }
}
