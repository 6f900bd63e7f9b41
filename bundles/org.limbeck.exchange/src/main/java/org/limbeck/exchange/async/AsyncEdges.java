package org.limbeck.exchange.async;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.exchange.channel.ChannelBuffers;
import org.limbeck.exchange.endpoint.WaitingShare;
import org.limbeck.exchange.neighbours.Neighbour;

/** The edges from a device to its present neighbours, in ascending order. */
final class AsyncEdges {
  private final String device;
  private final boolean conserves;
  private final ChannelBuffers.Sizes sizes;
  private final SendWindow window;
  private final WaitingShare waiting;
  private final Map<String, Long> savedTransfers;
  private final NavigableMap<String, AsyncEdge> edges = new TreeMap<>();
  private final List<String> gone = new ArrayList<>();

  /**
   * Has no edges yet.
   *
   * @param conserves whether the aggregation rule conserves the sum, and so has flows
   * @param window hears of the rows whose flow changes
   * @param waiting how much of each neighbour may wait for its turn
   * @param savedTransfers how many transfers edges have made in a former incarnation
   */
  AsyncEdges(
      String device,
      boolean conserves,
      ChannelBuffers.Sizes sizes,
      SendWindow window,
      WaitingShare waiting,
      Map<String, Long> savedTransfers) {
    this.device = device;
    this.conserves = conserves;
    this.sizes = sizes;
    this.window = window;
    this.waiting = waiting;
    this.savedTransfers = new HashMap<>(savedTransfers);
  }

  /** Leads to these neighbours from now on. */
  void connect(List<Neighbour> neighbours) {
    Map<String, AsyncEdge> former = new HashMap<>(edges);
    edges.clear();
    for (Neighbour neighbour : neighbours) {
      AsyncEdge edge = former.remove(neighbour.id());
      if (edge == null) {
        long transfers = savedTransfers.getOrDefault(neighbour.id(), 0L);
        edge = new AsyncEdge(device, neighbour, conserves, sizes, window, transfers);
      }
      edge.weigh(neighbour.weight(), waiting.ofANeighbour(neighbours.size()));
      edges.put(neighbour.id(), edge);
    }
    gone.addAll(former.keySet());
    savedTransfers.clear();
  }

  /** Lets an estimate let go of the neighbours that have gone. */
  void leave(Estimate estimate) {
    gone.forEach(estimate::leave);
    gone.clear();
  }

  /** Returns the edges: not a copy. */
  Collection<AsyncEdge> all() {
    return edges.values();
  }

  /** Returns the edge to a neighbour; null if it is none. */
  AsyncEdge to(String neighbour) {
    return edges.get(neighbour);
  }

  /** Returns how many transfers each edge has made. */
  Map<String, Long> transfers() {
    Map<String, Long> transfers = new TreeMap<>();
    edges.forEach((peer, edge) -> transfers.put(peer, edge.transfers()));
    return transfers;
  }
}
