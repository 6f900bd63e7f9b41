package org.limbeck.engine.neighbours;

import java.util.List;
import java.util.Optional;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.WeightedGraph;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.neighbours.Neighbour;

/** Whom the devices of this process exchange with, from round to round. Used by one thread. */
public sealed interface NeighbourSource
    permits FixedNeighbours,
        QuarantiningNeighbours,
        TimeVaryingNeighbours,
        PeriodicNeighbours,
        DiscoveredNeighbours {

  /** Returns the neighbours that device n is made with. */
  List<Neighbour> initial(int n);

  /** Lets device n hear all whom it may ever have to; returns its endpoint. */
  Endpoint subscribe(int n, Endpoint endpoint);

  /**
   * Gives devices their neighbours of a round.
   *
   * @param places the places of the devices
   * @return what they have noticed of devices in other processes
   */
  default List<RunEvent> connect(List<Integer> places, List<DeviceRuntime> devices, long round) {
    return List.of();
  }

  /**
   * Returns the communication graph, or some draws of it where it is drawn anew every round, or the
   * graphs that follow each other.
   */
  List<Graph> graphs(int draws);

  /** Returns the graphs that follow each other with their weights; empty if there are none. */
  default Optional<List<WeightedGraph>> sequence() {
    return Optional.empty();
  }

  /** Returns whether the graph is another one from round to round. */
  default boolean isTimeVarying() {
    return false;
  }
}
