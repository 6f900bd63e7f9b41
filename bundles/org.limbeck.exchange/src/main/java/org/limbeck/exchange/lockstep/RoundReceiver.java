package org.limbeck.exchange.lockstep;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.limbeck.exchange.discovery.Quarantine;
import org.limbeck.exchange.endpoint.FrameInbox;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.endpoint.FrameReceiver;
import org.limbeck.exchange.endpoint.WaitingShare;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;

/**
 * Takes in frames of other processes round by round. A neighbour may be ahead, as it goes on when
 * it has this device's frame of a round and not when this device is done with it: what it sends
 * early is kept in a {@link ReorderBuffer} until its round comes. A frame is checked as it arrives,
 * and once more when its round begins, so that one that is of no use does not take the place of the
 * one that is due. What does not come is asked for again, at growing intervals: a lost frame costs
 * time and nothing else. Waiting ends when every neighbour's frame of the round is there, or with a
 * {@link PeerTimeoutException}, or with a {@link PeerRefusedException} if a neighbour that is
 * missing is left out; then nothing has been taken in yet. A frame is decoded twice, once to be
 * checked. Used by one thread at a time.
 */
final class RoundReceiver implements ChannelReceiver {
  private final FrameReceiver frameReceiver;
  private final FrameInbox inbox;
  private final ReorderBuffer arrivals;
  private final FrameRequests requests;
  private final Quarantine quarantine;
  private final WaitingShare waiting;
  private final String device;

  /** The round that was entered last. */
  private long round = -1;

  /** The first round whose frames may still come. */
  private long open;

  RoundReceiver(FramePort port) {
    this.frameReceiver = port.receiver();
    this.inbox = frameReceiver.inbox();
    this.arrivals = new ReorderBuffer(inbox::recycle);
    this.requests = new FrameRequests(port.sender());
    this.quarantine = port.endpoint().quarantine();
    this.waiting = port.endpoint().waiting();
    this.device = port.sender().device();
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public void await(
      long awaited, Duration timeout, List<PeerChannel> channels, Runnable whileWaiting)
      throws InterruptedException {
    enter(awaited, channels);
    RequestTimes times = new RequestTimes(System.nanoTime(), timeout);
    takeAll(channels);
    while (isMissing(channels)) {
      ByteBuffer bytes = inbox.await(times.nextPause(System.nanoTime()));
      if (bytes != null) {
        take(bytes, channels);
        takeAll(channels);
      }
      requireNoneLeftOut(channels);
      long now = System.nanoTime();
      if (times.isOver(now) && isMissing(channels)) {
        throw new PeerTimeoutException(device, round, missing(channels), timeout);
      }
      if (times.isPauseOver(now)) {
        whileWaiting.run();
      }
      if (times.isRequestDue(now)) {
        channels.forEach(this::request);
      }
    }
  }

  /** Answers what others ask for meanwhile, and keeps what comes early. */
  @Override
  public void answer(List<PeerChannel> channels) {
    takeAll(channels);
  }

  @Override
  public void receive(long received, List<PeerChannel> channels) {
    enter(received, channels);
    takeAll(channels);
    for (PeerChannel channel : channels) {
      for (String sender : channel.senders()) {
        ByteBuffer bytes = arrivals.take(channel.number(), round, sender);
        if (bytes != null) {
          receive(bytes, channel);
          inbox.recycle(bytes);
        }
      }
    }
    arrivals.forgetThrough(round);
    open = round + 1;
  }

  private void receive(ByteBuffer bytes, PeerChannel channel) {
    try {
      channel.receive(frameReceiver.read(bytes));
    } catch (MalformedFrameException e) {
      throw new IllegalStateException(device + ": " + e.getMessage(), e);
    }
  }

  /** Only now it can be told whether what came early for the round is what is due in it. */
  private void enter(long next, List<PeerChannel> channels) {
    if (next == round) {
      return;
    }
    round = next;
    open = next;
    for (PeerChannel channel : channels) {
      for (String sender : channel.senders()) {
        ByteBuffer early = arrivals.take(channel.number(), round, sender);
        if (early != null) {
          keepIfDue(early, channel);
        }
      }
    }
  }

  private void keepIfDue(ByteBuffer bytes, PeerChannel channel) {
    try {
      Frame frame = frameReceiver.view(bytes);
      channel.requireDue(frame);
      arrivals.keep(frame.channel(), round, frame.sender(), bytes);
    } catch (MalformedFrameException e) {
      frameReceiver.refuse(e);
      inbox.recycle(bytes);
    }
  }

  private boolean isMissing(List<PeerChannel> channels) {
    return channels.stream().anyMatch(channel -> !channel.missing(round, arrivals).isEmpty());
  }

  private List<String> missing(List<PeerChannel> channels) {
    return channels.stream()
        .flatMap(channel -> channel.missing(round, arrivals).stream())
        .distinct()
        .toList();
  }

  /** Whoever is waited for and left out would be waited for in vain. */
  private void requireNoneLeftOut(List<PeerChannel> channels) {
    if (!quarantine.isEmpty()) {
      for (String sender : missing(channels)) {
        quarantine
            .reason(sender)
            .ifPresent(
                reason -> {
                  throw new PeerRefusedException(device, round, sender, reason);
                });
      }
    }
  }

  private void request(PeerChannel channel) {
    channel
        .missing(round, arrivals)
        .forEach(sender -> requests.ask(channel.number(), round, sender));
  }

  private void takeAll(List<PeerChannel> channels) {
    for (int due = inbox.size(); due > 0; due--) {
      take(inbox.poll(), channels);
    }
  }

  private void take(ByteBuffer bytes, List<PeerChannel> channels) {
    Optional<Frame> admitted = frameReceiver.admit(bytes, this::isNews);
    if (admitted.isEmpty() || !isKept(admitted.get(), bytes, channels)) {
      inbox.recycle(bytes);
    }
  }

  /** What comes twice, or too late, costs no look at its signature. */
  private boolean isNews(Frame frame) {
    return frame.kind() == Frame.REQUEST
        ? requests.isNew(frame)
        : frame.round() >= open && !arrivals.has(frame.channel(), frame.round(), frame.sender());
  }

  private boolean isKept(Frame frame, ByteBuffer bytes, List<PeerChannel> channels) {
    try {
      if (frame.kind() == Frame.REQUEST) {
        requests.answer(frame, channels);
        return false;
      }
      PeerChannel channel = PeerChannel.addressed(frame, channels);
      channel.check(frame);
      if (frame.round() == round) {
        channel.requireDue(frame);
      } else {
        arrivals.requireRoom(frame.sender(), bytes, waiting.ofANeighbour(channel.senders().size()));
      }
      arrivals.keep(frame.channel(), frame.round(), frame.sender(), bytes);
      return true;
    } catch (MalformedFrameException e) {
      frameReceiver.refuse(e);
      return false;
    }
  }
}
