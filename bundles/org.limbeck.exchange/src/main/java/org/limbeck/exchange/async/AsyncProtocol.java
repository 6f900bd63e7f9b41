package org.limbeck.exchange.async;

import java.util.function.Supplier;
import org.limbeck.exchange.DeviceExchange;
import org.limbeck.exchange.ExchangeProtocol;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.state.ChannelStates;

/**
 * Devices do not wait for each other.
 *
 * @param codec what encodes values
 * @param conserves whether the aggregation rule conserves the sum, and so has flows
 * @param leastIncarnation the least number for an incarnation of a device that begins now
 */
public record AsyncProtocol(TriggeredCodec codec, boolean conserves, long leastIncarnation)
    implements ExchangeProtocol {

  @Override
  public DeviceExchange open(FramePort port, ChannelStates states, Supplier<Workspace> workspace) {
    return new AsyncExchange(
        new AsyncChannel.Ends(port, codec, conserves, leastIncarnation), states, workspace);
  }
}
