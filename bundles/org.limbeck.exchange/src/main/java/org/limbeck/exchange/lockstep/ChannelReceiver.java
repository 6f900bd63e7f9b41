package org.limbeck.exchange.lockstep;

import java.time.Duration;
import java.util.List;

/** Brings what has arrived for a device to its channels. */
interface ChannelReceiver {

  /** Returns whether frames take their time, and must be waited for. */
  boolean waits();

  /**
   * Waits until all frames of a round have arrived.
   *
   * @param whileWaiting is run several times a second
   * @throws PeerTimeoutException if some have not after so long
   * @throws PeerRefusedException if one that has not is left out
   */
  void await(long round, Duration timeout, List<PeerChannel> channels, Runnable whileWaiting)
      throws InterruptedException;

  /** Answers what others ask for. */
  void answer(List<PeerChannel> channels);

  /**
   * Takes in the frames of a round.
   *
   * @throws IllegalStateException if a frame arrived that is not what a neighbour should have sent
   */
  void receive(long round, List<PeerChannel> channels);
}
