package org.limbeck.exchange.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.limbeck.api.codec.Codec;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.state.ChannelState;
import org.limbeck.exchange.state.PublicCopy;

/**
 * What all devices of this process send values to and get their mean from, in algorithms that have
 * a server. Devices join it one after the other, in ascending order; it answers between the
 * beginning and the end of a round.
 */
public final class AveragingServer {
  /** No device has this id. */
  public static final String ID = ChannelState.Server.ID;

  private final Codec codec;
  private final List<ServerAverage> means = new ArrayList<>();

  public AveragingServer(Codec codec) {
    this.codec = codec;
  }

  /**
   * Requires a codec that a server can average by.
   *
   * @throws IllegalArgumentException if it cannot encode differences
   */
  public void requireDifferences() {
    if (!codec.codesDifferences()) {
      throw new IllegalArgumentException(
          "it sends differences to a server, and the codec cannot encode them: choose another"
              + " codec");
    }
  }

  /**
   * Returns the mean of a channel, which is made when the first device asks for it.
   *
   * @param channel the number of the channel among those of a device that lead to a server
   * @param copy makes what was sent to the devices so far
   */
  public ServerAverage mean(int channel, Supplier<PublicCopy> copy) {
    if (channel == means.size()) {
      means.add(new ServerAverage(codec, copy.get()));
    }
    return means.get(channel);
  }

  /** Returns whether any device sends to it. */
  public boolean isUsed() {
    return !means.isEmpty();
  }

  /** Answers what the devices have sent in a round. */
  public void answer(long round, Workspace workspace) {
    means.forEach(mean -> mean.answer(round, workspace));
  }
}
