package org.limbeck.engine.neighbours;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.limbeck.api.event.NeighbourChanged;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.exchange.discovery.PeerAnnouncements;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.neighbours.Neighbour;

/**
 * The neighbours that a graph gives, the same in all rounds, but for those whom a device leaves
 * out: their edges are closed as those of a device that has gone. For devices that do not wait.
 */
public final class QuarantiningNeighbours implements NeighbourSource {
  private final NeighbourSource all;
  private final Map<String, NavigableMap<String, String>> leftOut = new HashMap<>();

  /** Leaves nobody out at first. */
  public QuarantiningNeighbours(NeighbourSource all) {
    this.all = all;
  }

  @Override
  public List<Neighbour> initial(int n) {
    return all.initial(n);
  }

  @Override
  public Endpoint subscribe(int n, Endpoint endpoint) {
    return all.subscribe(n, endpoint);
  }

  @Override
  public List<Graph> graphs(int draws) {
    return all.graphs(draws);
  }

  /** The first device of the process hears what all others announce. */
  @Override
  public List<RunEvent> connect(List<Integer> places, List<DeviceRuntime> devices, long round) {
    PeerAnnouncements announcements = devices.get(0).endpoint().inbox().announcements();
    List<RunEvent> events = new ArrayList<>();
    for (int i = 0; i < devices.size(); i++) {
      DeviceRuntime device = devices.get(i);
      NavigableMap<String, String> before = leftOut.getOrDefault(device.id(), new TreeMap<>());
      NavigableMap<String, String> now = device.endpoint().quarantine().leftOut(announcements);
      if (!now.equals(before)) {
        List<String> ids = connect(device, initial(places.get(i)), now);
        leftOut.put(device.id(), now);
        events.addAll(events(device.id(), before, now, ids, round));
      }
    }
    return events;
  }

  private static List<String> connect(
      DeviceRuntime device, List<Neighbour> neighbours, Map<String, String> without) {
    List<Neighbour> kept =
        neighbours.stream().filter(neighbour -> !without.containsKey(neighbour.id())).toList();
    List<String> ids = kept.stream().map(Neighbour::id).sorted().toList();
    device.endpoint().follow(ids);
    device.meet(kept);
    return ids;
  }

  private static List<RunEvent> events(
      String device,
      NavigableMap<String, String> before,
      NavigableMap<String, String> now,
      List<String> ids,
      long round) {
    List<RunEvent> events = new ArrayList<>();
    now.forEach(
        (other, reason) -> {
          if (!before.containsKey(other)) {
            events.add(
                new NeighbourChanged(
                    round,
                    other,
                    NeighbourChanged.State.REFUSED,
                    device + " leaves it out until it begins anew: " + reason,
                    ids));
          }
        });
    before
        .keySet()
        .forEach(
            other -> {
              if (!now.containsKey(other)) {
                events.add(
                    new NeighbourChanged(
                        round,
                        other,
                        NeighbourChanged.State.PRESENT,
                        "it has begun anew, and " + device + " exchanges with it again",
                        ids));
              }
            });
    return events;
  }
}
