package org.limbeck.exchange.lockstep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.exchange.DeviceExchange;
import org.limbeck.exchange.channel.ChannelSpec;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.ExchangeChannel;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.server.AveragingServer;
import org.limbeck.exchange.server.AveragingServerChannel;
import org.limbeck.exchange.server.ServerChannels;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.exchange.state.OpeningPhase;

/** The exchange of a device that waits for its neighbours in every round. */
final class LockStepExchange implements DeviceExchange {
  private final LockStepProtocol protocol;
  private final FramePort port;
  private final Supplier<Workspace> workspace;
  private final OpeningPhase opening;
  private final List<ExchangeChannel> channels = new ArrayList<>();
  private final List<PeerChannel> peerChannels = new ArrayList<>();
  private final ServerChannels serverChannels;
  private final ChannelReceiver receiver;

  LockStepExchange(
      LockStepProtocol protocol,
      FramePort port,
      ChannelStates states,
      Supplier<Workspace> workspace) {
    this.protocol = protocol;
    this.port = port;
    this.workspace = workspace;
    this.opening = new OpeningPhase(states);
    this.serverChannels = new ServerChannels(port, workspace);
    String device = port.sender().device();
    this.receiver =
        port.endpoint().isImmediate()
            ? new ImmediateReceiver(port.receiver(), device)
            : new RoundReceiver(port);
  }

  @Override
  public Channel open(
      int rows, int width, RowSelection selection, Coding coding, ValueRange range) {
    ChannelStates states = opening.states();
    boolean values = protocol.valuesOnly() || coding == Coding.VALUES;
    EventTrigger trigger = values ? EventTrigger.NONE : protocol.trigger();
    TriggeredCodec codec = new TriggeredCodec(protocol.codec(), trigger);
    LockStepChannel.Ends ends =
        new LockStepChannel.Ends(port.sender(), codec, protocol.copies(), framesKept());
    ChannelSpec spec = new ChannelSpec(channels.size(), rows, width, selection);
    Coding used = values ? Coding.VALUES : Coding.DIFFERENCES;
    PeerChannel channel =
        protocol.schedule().isPresent()
            ? new PeriodicChannel(
                ends, spec, protocol.schedule().get(), protocol.conserves(), used, range, workspace)
            : new LockStepChannel(ends, spec, used, range, states, workspace);
    channels.add(channel);
    peerChannels.add(channel);
    return channel;
  }

  @Override
  public ServerChannel openServer(int rows, int width, RowSelection selection, double weight) {
    ChannelStates states = opening.states();
    AveragingServer server = protocol.server().orElseThrow(ServerChannels::noServer);
    server.requireDifferences();
    ChannelSpec spec = new ChannelSpec(channels.size(), rows, width, selection);
    AveragingServerChannel channel = serverChannels.open(server, spec, weight, states);
    channels.add(channel);
    return channel;
  }

  @Override
  public void join(List<Neighbour> neighbours) {
    connect(neighbours, opening.end());
  }

  /** All channels encode values then. */
  @Override
  public void meet(List<Neighbour> neighbours) {
    connect(neighbours, ChannelStates.NONE);
  }

  private void connect(List<Neighbour> neighbours, ChannelStates states) {
    port.sender().connect(neighbours);
    peerChannels.forEach(channel -> channel.connect(neighbours, states));
  }

  @Override
  public boolean mustWait() {
    return receiver.waits();
  }

  @Override
  public void await(long round, long pauseEnd, Duration timeout, Runnable whileWaiting)
      throws InterruptedException {
    receiver.await(round, timeout, peerChannels, whileWaiting);
  }

  @Override
  public void answer() {
    receiver.answer(peerChannels);
  }

  /**
   * A neighbour is at most one round of the channel behind. Where neighbours change, one that is no
   * neighbour at the moment may be further behind, by as many rounds as it takes until all wait for
   * it.
   */
  private int framesKept() {
    if (port.endpoint().isImmediate()) {
      return 0;
    }
    return protocol.valuesOnly() ? 64 : 2;
  }

  @Override
  public void receive(long round) {
    receiver.receive(round, peerChannels);
    serverChannels.receive(round);
  }

  @Override
  public List<ExchangeChannel> channels() {
    return channels;
  }

  /** It is the same for all: devices in lock-step are those of one experiment. */
  @Override
  public long selectionsTag() {
    return 1;
  }
}
