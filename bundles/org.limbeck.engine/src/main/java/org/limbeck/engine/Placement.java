package org.limbeck.engine;

import java.util.List;

/** Which devices of an experiment run in this process, and where the others are. */
public sealed interface Placement {

  /** All devices run in this process. */
  record InProcess() implements Placement {}

  /**
   * Some devices run in this process, and the others of the same experiment in other processes.
   *
   * @param places the places of the devices of this process, from 0
   */
  record Part(List<Integer> places) implements Placement {
    /** Copies the list. */
    public Part {
      places = List.copyOf(places);
    }
  }

  /**
   * The only device of the experiment, which has neighbours that experiments of their own run.
   *
   * @param neighbours their ids; none to let the topology choose among those that are there
   */
  record Standalone(List<String> neighbours) implements Placement {
    /** Copies the list. */
    public Standalone {
      neighbours = List.copyOf(neighbours);
    }
  }

  /** Returns the places of the devices of this process, from 0; none for all. */
  default List<Integer> places() {
    return List.of();
  }

  /** Returns the placement of some devices, from 0; of all where none is named. */
  static Placement of(List<Integer> places) {
    return places.isEmpty() ? new InProcess() : new Part(places);
  }
}
