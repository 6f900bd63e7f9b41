package org.limbeck.engine.neighbours;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import org.limbeck.api.event.NeighbourChanged;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.exchange.discovery.Announcement;
import org.limbeck.exchange.discovery.PeerDirectory;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.mixing.MixingWeights;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.neighbours.WeightedNeighbours;
import org.limbeck.exchange.random.RandomStreams;

/**
 * Whom a device on its own has for neighbours, from round to round: those that are named, as far as
 * they are there; or, if none is, whom a topology gives it among all that are there.
 */
public final class DiscoveredNeighbours implements NeighbourSource {
  private final Function<DeviceRuntime, PeerDirectory> directories;
  private final List<String> named;
  private final Topology topology;
  private final MixingWeights mixing;
  private final RandomStreams streams;
  private List<Neighbour> neighbours = List.of();
  private DeviceRuntime met;

  /** There from the first round on: what the device announces of itself depends on its channels. */
  private Optional<PeerDirectory> peers = Optional.empty();

  /**
   * Makes the source of a device.
   *
   * @param directories finds out who is there
   * @param named the ids of its neighbours; none to let the topology choose
   * @param streams the streams that all devices share
   */
  public DiscoveredNeighbours(
      Function<DeviceRuntime, PeerDirectory> directories,
      List<String> named,
      Topology topology,
      MixingWeights mixing,
      RandomStreams streams) {
    this.directories = directories;
    this.named = List.copyOf(named);
    this.topology = topology;
    this.mixing = mixing;
    this.streams = streams;
  }

  /** Nobody is known before the first round. */
  @Override
  public List<Neighbour> initial(int n) {
    return List.of();
  }

  /** The device hears whoever is its neighbour, from round to round. */
  @Override
  public Endpoint subscribe(int n, Endpoint endpoint) {
    return endpoint;
  }

  @Override
  public List<Graph> graphs(int draws) {
    return List.of(new Graph(1, List.of()));
  }

  /** Tells all others that the device leaves. */
  public void leave() {
    peers.ifPresent(PeerDirectory::leave);
  }

  @Override
  public List<RunEvent> connect(List<Integer> places, List<DeviceRuntime> devices, long round) {
    DeviceRuntime device = devices.get(0);
    if (peers.isEmpty()) {
      peers = Optional.of(directories.apply(device));
    }
    if (named.isEmpty()) {
      peers.get().hearOfAnnouncers();
    }
    return connect(device, peers.get(), round);
  }

  private List<RunEvent> connect(DeviceRuntime device, PeerDirectory peers, long round) {
    NavigableMap<String, Announcement> present = peers.present();
    List<Neighbour> now =
        named.isEmpty() ? chosen(peers.all(present), device.id()) : namedOnes(present);
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

  private List<Neighbour> chosen(List<String> ids, String self) {
    if (ids.size() == 1) {
      return List.of();
    }
    return new WeightedNeighbours(ids, mixing).of(ids.indexOf(self), graph(ids));
  }

  /** All talk to all while they are fewer than the topology can connect. */
  private Graph graph(List<String> ids) {
    try {
      return topology.connect(ids, streams.shared("topology", 0));
    } catch (IllegalArgumentException e) {
      List<Edge> edges = new ArrayList<>();
      for (int n = 0; n < ids.size(); n++) {
        for (int m = n + 1; m < ids.size(); m++) {
          edges.add(new Edge(n, m));
        }
      }
      return new Graph(ids.size(), edges);
    }
  }

  /** Metropolis weights: the end that leads an edge knows both degrees. */
  private List<Neighbour> namedOnes(NavigableMap<String, Announcement> present) {
    List<String> there = named.stream().filter(present::containsKey).sorted().toList();
    return there.stream()
        .map(id -> new Neighbour(id, 1f / (1 + Math.max(there.size(), present.get(id).degree()))))
        .toList();
  }
}
