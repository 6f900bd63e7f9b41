package org.limbeck.exchange.channel;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/** A device's end of a channel, as the device handles it: whatever it leads to. */
public interface ExchangeChannel {

  /**
   * Returns the public copy that this end holds of what a device or the server has sent, if those
   * who follow it can go on from there.
   */
  Optional<PublicCopy> copyOf(String sender);

  /** Returns what a round sends to each who is at the other end. */
  PlannedFrame plan(long round);

  /** Writes the public copies with whose they are. */
  void save(DataOutput out) throws IOException;

  /** Writes what else it keeps. */
  default void saveMore(DataOutput out) throws IOException {}
}
