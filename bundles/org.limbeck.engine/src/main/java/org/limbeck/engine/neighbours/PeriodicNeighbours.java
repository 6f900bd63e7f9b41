package org.limbeck.engine.neighbours;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.WeightedGraph;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.neighbours.Neighbour;

/**
 * The neighbours that graphs give which follow each other. Where the exchange chooses the graph for
 * each row, all are neighbours that any of the graphs joins; otherwise those are whom the graph of
 * an exchange joins, and the next graph is that of the next exchange, however many rounds later.
 */
public final class PeriodicNeighbours implements NeighbourSource {
  private final List<String> ids;
  private final Graph union;
  private final List<WeightedGraph> sequence;
  private final boolean chosenByRow;
  private final Workspace workspace = new Workspace();
  private long counted;
  private long exchanges;

  /**
   * Makes the source.
   *
   * @param ids the devices; vertex i of a graph is device i
   * @param union the edges of all graphs
   * @param sequence the graphs, at least one
   * @param chosenByRow whether the exchange chooses the graph for each row
   */
  public PeriodicNeighbours(
      List<String> ids, Graph union, List<WeightedGraph> sequence, boolean chosenByRow) {
    this.ids = List.copyOf(ids);
    this.union = union;
    this.sequence = List.copyOf(sequence);
    this.chosenByRow = chosenByRow;
  }

  @Override
  public List<Neighbour> initial(int n) {
    return chosenByRow ? ofUnion(n) : of(n, sequence.get(0));
  }

  @Override
  public Endpoint subscribe(int n, Endpoint endpoint) {
    return endpoint.follow(ofUnion(n).stream().map(Neighbour::id).toList());
  }

  @Override
  public List<RunEvent> connect(List<Integer> places, List<DeviceRuntime> devices, long round) {
    if (!chosenByRow) {
      count(devices.get(0), round);
      WeightedGraph graph = sequence.get((int) (exchanges % sequence.size()));
      for (int n = 0; n < devices.size(); n++) {
        devices.get(n).meet(of(places.get(n), graph));
      }
    }
    return List.of();
  }

  /** All devices exchange in the same rounds. */
  private void count(DeviceRuntime device, long round) {
    if (round < counted) {
      counted = 0;
      exchanges = 0;
    }
    for (; counted < round; counted++) {
      boolean sends =
          device.plan(counted, workspace).stream()
              .anyMatch(frame -> frame.rows() > 0 && !frame.toServer());
      exchanges += sends ? 1 : 0;
    }
  }

  @Override
  public List<Graph> graphs(int draws) {
    return sequence.stream().map(WeightedGraph::graph).toList();
  }

  @Override
  public Optional<List<WeightedGraph>> sequence() {
    return Optional.of(sequence);
  }

  @Override
  public boolean isTimeVarying() {
    return true;
  }

  /** The weights are those of the schedule that the exchange has. */
  private List<Neighbour> ofUnion(int n) {
    return IntStream.of(union.neighbours(n)).mapToObj(m -> new Neighbour(ids.get(m), 0)).toList();
  }

  private List<Neighbour> of(int n, WeightedGraph graph) {
    return IntStream.of(graph.graph().neighbours(n))
        .mapToObj(m -> new Neighbour(ids.get(m), (float) graph.weight(n, m)))
        .toList();
  }
}
