package org.limbeck.api.event;

import java.util.List;

/**
 * A device that has its neighbours in other processes has noticed a change of another device.
 *
 * @param round the number of rounds completed
 * @param device the id of the other device
 * @param state what it is now
 * @param reason why, in words; empty where the state says it all
 * @param neighbours the ids of the neighbours from now on, in ascending order
 */
public record NeighbourChanged(
    long round, String device, State state, String reason, List<String> neighbours)
    implements RunEvent {

  /** What another device is. */
  public enum State {
    /** It is there, and fits. */
    PRESENT,
    /** It has vanished without a word, and may come back: it stays a neighbour for a while. */
    SILENT,
    /** It has left, or has been silent for too long. */
    GONE,
    /** It is there, but learns something else, and cannot be a neighbour. */
    REFUSED
  }

  /** Copies the list. */
  public NeighbourChanged {
    neighbours = List.copyOf(neighbours);
  }
}
