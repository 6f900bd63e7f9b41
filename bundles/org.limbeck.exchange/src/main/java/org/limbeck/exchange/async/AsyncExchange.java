package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.api.event.NeighbourChanged.State;
import org.limbeck.exchange.DeviceExchange;
import org.limbeck.exchange.channel.ChannelSpec;
import org.limbeck.exchange.channel.ExchangeChannel;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.FrameInbox;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.endpoint.FrameReceiver;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.server.ServerChannels;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.exchange.state.OpeningPhase;

/** The exchange of a device that does not wait for its neighbours. */
final class AsyncExchange implements DeviceExchange {
  private final AsyncChannel.Ends ends;
  private final FramePort port;
  private final Supplier<Workspace> workspace;
  private final OpeningPhase opening;
  private final List<AsyncChannel> channels = new ArrayList<>();
  private final IdleTimeout idleTimeout = new IdleTimeout(System::nanoTime);

  AsyncExchange(AsyncChannel.Ends ends, ChannelStates states, Supplier<Workspace> workspace) {
    this.ends = ends;
    this.port = ends.port();
    this.workspace = workspace;
    this.opening = new OpeningPhase(states);
  }

  /** Its frames encode differences, of soft decisions. */
  @Override
  public Channel open(
      int rows, int width, RowSelection selection, Coding coding, ValueRange range) {
    ChannelSpec spec = new ChannelSpec(channels.size(), rows, width, selection);
    AsyncChannel channel = new AsyncChannel(ends, spec, opening.states(), workspace);
    channels.add(channel);
    return channel;
  }

  @Override
  public ServerChannel openServer(int rows, int width, RowSelection selection, double weight) {
    opening.states();
    throw ServerChannels.noServer();
  }

  @Override
  public void join(List<Neighbour> neighbours) {
    opening.end();
    meet(neighbours);
  }

  @Override
  public void meet(List<Neighbour> neighbours) {
    port.sender().connect(neighbours);
    channels.forEach(channel -> channel.connect(neighbours));
  }

  /**
   * Returns whether the device is ahead of all whom it exchanges with, some of whom have rounds
   * left, and nothing has come.
   */
  @Override
  public boolean mustWait() {
    return !port.endpoint().isImmediate()
        && port.receiver().inbox().size() == 0
        && channels.stream().anyMatch(AsyncChannel::isAhead)
        && !port.sender().neighbours().stream().allMatch(this::hasFinished);
  }

  private boolean hasFinished(String neighbour) {
    return ends.presence().of(neighbour) == State.GONE;
  }

  /** The round can be finished also after an interruption. */
  @Override
  public void await(long round, long pauseEnd, Duration timeout, Runnable whileWaiting) {
    try {
      idleTimeout.await(port.receiver().inbox()::awaitArrival, pauseEnd, timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Brings what has arrived so far to the channels; what is refused changes nothing. */
  @Override
  public void receive(long round) {
    FrameReceiver receiver = port.receiver();
    FrameInbox inbox = receiver.inbox();
    if (inbox.size() > 0) {
      idleTimeout.end();
    }
    for (int due = inbox.size(); due > 0; due--) {
      ByteBuffer bytes = inbox.poll();
      Optional<Frame> admitted = receiver.admit(bytes, this::isNews);
      if (admitted.isPresent()) {
        arrive(admitted.get(), bytes);
      }
      inbox.recycle(bytes);
    }
  }

  /** Asynchronous edges say what they miss in frames of their channels, not in requests. */
  private boolean isNews(Frame frame) throws MalformedFrameException {
    Optional<AsyncChannel> channel = channel(frame);
    if (channel.isPresent()) {
      channel.get().requireNew(frame);
    }
    return frame.kind() != Frame.REQUEST;
  }

  private void arrive(Frame frame, ByteBuffer bytes) {
    port.receiver().count(frame);
    channel(frame).ifPresent(channel -> channel.arrive(frame, bytes));
  }

  /** Returns the channel of a frame, if there is one: they have the numbers of their places. */
  private Optional<AsyncChannel> channel(Frame frame) {
    return frame.channel() < channels.size()
        ? Optional.of(channels.get(frame.channel()))
        : Optional.empty();
  }

  @Override
  public List<ExchangeChannel> channels() {
    return List.copyOf(channels);
  }

  @Override
  public long selectionsTag() {
    return channels.stream().mapToLong(AsyncChannel::selectionsTag).reduce(1, (a, b) -> 31 * a + b);
  }
}
