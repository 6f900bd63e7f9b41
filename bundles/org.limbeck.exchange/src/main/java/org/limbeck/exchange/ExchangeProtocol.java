package org.limbeck.exchange;

import java.util.function.Supplier;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.state.ChannelStates;

/** What the devices of a network have agreed on for exchanging; opens their exchanges. */
public interface ExchangeProtocol {

  /**
   * Opens the exchange of a device.
   *
   * @param port what the device sends and receives by
   * @param states what its channels begin from; let go of when the device has joined
   * @param workspace returns that of the present call
   */
  DeviceExchange open(FramePort port, ChannelStates states, Supplier<Workspace> workspace);
}
