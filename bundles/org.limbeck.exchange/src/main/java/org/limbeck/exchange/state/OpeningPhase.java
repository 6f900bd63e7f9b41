package org.limbeck.exchange.state;

/**
 * The time in which a device opens its channels. The states that they begin from are let go of at
 * its end, as they may hold on to former devices.
 */
public final class OpeningPhase {
  private ChannelStates states;
  private boolean isOver;

  /**
   * Begins.
   *
   * @param states what the channels begin from
   */
  public OpeningPhase(ChannelStates states) {
    this.states = states;
  }

  /**
   * Returns what the channels begin from.
   *
   * @throws IllegalStateException if the time is over
   */
  public ChannelStates states() {
    if (isOver) {
      throw new IllegalStateException("a device opens its channels while it joins");
    }
    return states;
  }

  /** Ends, and returns what the channels have begun from. */
  public ChannelStates end() {
    ChannelStates last = states();
    states = ChannelStates.NONE;
    isOver = true;
    return last;
  }
}
