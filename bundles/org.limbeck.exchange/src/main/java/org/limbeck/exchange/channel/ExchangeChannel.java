package org.limbeck.exchange.channel;

import org.limbeck.exchange.state.ChannelState;

/** A device's end of a channel, as the device handles it: whatever it leads to. */
public interface ExchangeChannel {

  /** Returns what a round sends to each who is at the other end. */
  PlannedFrame plan(long round);

  /** Returns what it has kept, for another channel to begin from. */
  ChannelState state();
}
