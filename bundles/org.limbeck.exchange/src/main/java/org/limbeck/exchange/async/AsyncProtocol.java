package org.limbeck.exchange.async;

import java.util.function.Function;
import java.util.function.Supplier;
import org.limbeck.exchange.DeviceExchange;
import org.limbeck.exchange.ExchangeProtocol;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.discovery.PeerPresence;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.state.ChannelStates;

/**
 * Devices do not wait for each other.
 *
 * @param codec what encodes values
 * @param conserves whether the aggregation rule conserves the sum, and so has flows
 * @param leastIncarnation the least number for an incarnation of a device that begins now
 * @param presence returns who can hear the device at an endpoint
 */
public record AsyncProtocol(
    TriggeredCodec codec,
    boolean conserves,
    long leastIncarnation,
    Function<Endpoint, PeerPresence> presence)
    implements ExchangeProtocol {

  @Override
  public DeviceExchange open(FramePort port, ChannelStates states, Supplier<Workspace> workspace) {
    return new AsyncExchange(
        new AsyncChannel.Ends(
            port, codec, conserves, leastIncarnation, presence.apply(port.endpoint())),
        states,
        workspace);
  }
}
