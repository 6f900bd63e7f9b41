package org.limbeck.exchange.discovery;

import org.limbeck.api.event.NeighbourChanged.State;

/** Tells whether other devices can hear what is sent to them. */
@FunctionalInterface
public interface PeerPresence {
  /** Where devices do not announce themselves, all are there. */
  PeerPresence ALWAYS = device -> State.PRESENT;

  /**
   * Returns whether a device is there, has not been heard of or may come back, or has done all its
   * rounds and is gone.
   */
  State of(String device);
}
