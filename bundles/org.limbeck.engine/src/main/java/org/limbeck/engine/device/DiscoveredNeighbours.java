package org.limbeck.engine.device;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.limbeck.api.event.NeighbourChanged;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
import org.limbeck.exchange.discovery.Announcement;
import org.limbeck.exchange.discovery.PeerDirectory;
import org.limbeck.exchange.mixing.MixingWeights;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.neighbours.WeightedNeighbours;
import org.limbeck.exchange.random.RandomStreams;

/**
 * Whom a device on its own has for neighbours, from round to round: those that are named, as far as
 * they are there; or, if none is, whom a topology gives it among all that are there.
 */
public final class DiscoveredNeighbours {
  private final PeerDirectory peers;
  private final List<String> named;
  private final Topology topology;
  private final MixingWeights mixing;
  private final RandomStreams streams;
  private List<Neighbour> neighbours = List.of();
  private DeviceRuntime met;

  /**
   * Makes the neighbourhood of a device.
   *
   * @param named the ids of its neighbours; none to let the topology choose
   * @param streams the streams that all devices share
   */
  public DiscoveredNeighbours(
      PeerDirectory peers,
      List<String> named,
      Topology topology,
      MixingWeights mixing,
      RandomStreams streams) {
    this.peers = peers;
    this.named = List.copyOf(named);
    this.topology = topology;
    this.mixing = mixing;
    this.streams = streams;
  }

  /** Returns those that the device has to do with. */
  public PeerDirectory peers() {
    return peers;
  }

  /** Lets a device meet its neighbours of the present; returns what it has noticed of others. */
  List<RunEvent> meet(DeviceRuntime device, long round) {
    NavigableMap<String, Announcement> present = peers.present();
    List<Neighbour> now = named.isEmpty() ? chosen(device.id(), present) : namedOnes(present);
    if (met != device || !now.equals(neighbours)) {
      peers.follow(now.stream().map(Neighbour::id).toList());
      device.meet(now);
      neighbours = now;
      met = device;
    }
    List<String> ids = neighbours.stream().map(Neighbour::id).sorted().toList();
    return peers.news().stream()
        .filter(peerStatus -> concerns(device.id(), peerStatus.device()))
        .<RunEvent>map(
            peerStatus ->
                new NeighbourChanged(
                    round, peerStatus.device(), peerStatus.state(), peerStatus.reason(), ids))
        .toList();
  }

  private boolean concerns(String self, String other) {
    return named.isEmpty() || named.contains(other) || other.equals(self);
  }

  private List<Neighbour> chosen(String self, NavigableMap<String, Announcement> present) {
    List<String> ids = peers.all(present);
    if (ids.size() == 1) {
      return List.of();
    }
    return new WeightedNeighbours(ids, mixing).of(ids.indexOf(self), connect(ids));
  }

  /** All talk to all while they are fewer than the topology can connect. */
  private Graph connect(List<String> ids) {
    try {
      return topology.connect(ids, streams.shared("topology", 0));
    } catch (IllegalArgumentException e) {
      List<org.limbeck.api.topology.Edge> edges = new ArrayList<>();
      for (int n = 0; n < ids.size(); n++) {
        for (int m = n + 1; m < ids.size(); m++) {
          edges.add(new org.limbeck.api.topology.Edge(n, m));
        }
      }
      return new Graph(ids.size(), edges);
    }
  }

  /** Metropolis weights: the end that leads an edge knows both degrees. */
  private List<Neighbour> namedOnes(NavigableMap<String, Announcement> present) {
    List<String> there = named.stream().filter(present::containsKey).sorted().toList();
    List<Neighbour> found = new ArrayList<>();
    for (String id : there) {
      int degree = Math.max(there.size(), present.get(id).degree());
      found.add(new Neighbour(id, 1f / (1 + degree)));
    }
    return found;
  }
}
