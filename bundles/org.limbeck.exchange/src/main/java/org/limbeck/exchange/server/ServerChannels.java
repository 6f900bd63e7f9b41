package org.limbeck.exchange.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.limbeck.exchange.channel.ChannelSpec;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.state.ChannelStates;

/** The channels of a device that lead to a server. */
public final class ServerChannels {
  private final FramePort port;
  private final Supplier<Workspace> workspace;
  private final List<AveragingServerChannel> channels = new ArrayList<>();

  /**
   * Has no channels yet.
   *
   * @param port counts what they send and receive
   * @param workspace returns that of the present call
   */
  public ServerChannels(FramePort port, Supplier<Workspace> workspace) {
    this.port = port;
    this.workspace = workspace;
  }

  /** Returns what refuses an algorithm with a server where there can be none. */
  public static IllegalArgumentException noServer() {
    return new IllegalArgumentException(
        "it needs a server, and there is one only where all devices are in one process: use"
            + " transport in-process");
  }

  /**
   * Opens a channel.
   *
   * @param weight how much the device counts in the mean
   * @param states what the mean begins from, if this device is the first that asks for it
   */
  public AveragingServerChannel open(
      AveragingServer server, ChannelSpec spec, double weight, ChannelStates states) {
    String device = port.sender().device();
    ServerAverage mean =
        server.mean(channels.size(), () -> states.copy(spec.copy(device, AveragingServer.ID)));
    AveragingServerChannel channel =
        new AveragingServerChannel(spec, port.sender(), weight, mean, workspace);
    channels.add(channel);
    return channel;
  }

  /** Counts what the server has answered in a round. */
  public void receive(long round) {
    for (AveragingServerChannel channel : channels) {
      if (channel.isAnswered(round)) {
        int payload = channel.answerBytes();
        port.receiver().count(payload, Frame.size(AveragingServer.ID.length(), payload));
      }
    }
  }
}
