package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.topology.WeightedGraph;

/**
 * What every {@link Topology} promises. The graphs of a time-varying one are drawn as the engine
 * draws them: each round from a stream of its own.
 */
public abstract class TopologyContract {
  private static final int MOST = 40;

  /** Returns the topology under test. */
  protected abstract Topology topology();

  /** Returns whether there is such a graph for this many devices; by default for any number. */
  protected boolean supports(int devices) {
    return true;
  }

  /**
   * Returns how many rounds in a row it takes until the graphs of a time-varying topology, taken
   * together, are connected for all numbers of devices up to 40; by default 30.
   */
  protected int roundsToConnect() {
    return 30;
  }

  @Test
  void hasOneVertexPerDevice() {
    Topology topology = topology();
    for (int devices : supported()) {
      for (Graph graph : rounds(topology, devices, 1)) {
        assertThat(graph.size()).as("vertices for %d devices", devices).isEqualTo(devices);
      }
    }
  }

  @Test
  void isConnected() {
    Topology topology = topology();
    for (int devices : supported()) {
      assertThat(union(rounds(topology, devices, devices)).components())
          .as("components of the graph of %d devices", devices)
          .hasSize(1);
    }
  }

  @Test
  void variesIfItSaysSo() {
    Topology topology = topology();
    assertThat(topology().isTimeVarying())
        .as("said by another instance")
        .isEqualTo(topology.isTimeVarying());
    if (topology.isTimeVarying()) {
      assertThat(IntStream.of(supported()))
          .as("numbers of devices for which graphs differ from round to round")
          .anyMatch(
              devices ->
                  rounds(topology, devices, 5).stream().map(Graph::edges).distinct().count() > 1);
    }
  }

  @Test
  void followsItsOrderIfItHasOne() {
    Topology topology = topology();
    for (int devices : supported()) {
      List<WeightedGraph> sequence = topology.sequence(ids(devices));
      assertThat(sequence.isEmpty() || topology.isTimeVarying())
          .as("a topology with an order of its own says that it varies with time")
          .isTrue();
      for (WeightedGraph weighted : sequence) {
        assertThat(weighted.graph().size())
            .as("vertices for %d devices", devices)
            .isEqualTo(devices);
      }
      if (!sequence.isEmpty()) {
        assertThat(union(sequence.stream().map(WeightedGraph::graph).toList()).components())
            .as("components of the graphs of %d devices, taken together", devices)
            .hasSize(1);
      }
      assertThat(entries(topology().sequence(ids(devices))))
          .as("said by another instance")
          .isEqualTo(entries(sequence));
    }
  }

  @Test
  void isTheSameForTheSameStream() {
    Topology topology = topology();
    List<List<Edge>> first = edges(topology);
    assertThat(edges(topology)).as("drawn again").isEqualTo(first);
    assertThat(edges(topology())).as("drawn by another instance").isEqualTo(first);
  }

  @Test
  void saysWhyThereIsNoSuchGraph() {
    for (int devices = 1; devices <= MOST; devices++) {
      if (!supports(devices)) {
        int count = devices;
        assertThatThrownBy(() -> draw(topology(), count, 1))
            .as("%d devices", devices)
            .isInstanceOf(IllegalArgumentException.class)
            .message()
            .isNotBlank();
      }
    }
  }

  @Test
  void isSafeForSeveralThreads() throws Exception {
    Topology topology = topology();
    List<List<Edge>> alone = edges(topology);
    assertThat(ConcurrentTasks.run(4, i -> () -> edges(topology))).containsOnly(alone);
  }

  private int[] supported() {
    return IntStream.rangeClosed(1, MOST).filter(this::supports).toArray();
  }

  private List<List<Edge>> edges(Topology topology) {
    List<List<Edge>> all = new ArrayList<>();
    for (int devices : supported()) {
      rounds(topology, devices, 7).forEach(graph -> all.add(graph.edges()));
    }
    return all;
  }

  /** Draws the graph of each round; the only one, if there is one for all. */
  private List<Graph> rounds(Topology topology, int devices, long seed) {
    int count = topology.isTimeVarying() ? roundsToConnect() : 1;
    return LongStream.range(0, count)
        .mapToObj(round -> draw(topology, devices, seed + 1_000 * round))
        .toList();
  }

  private static Graph union(List<Graph> graphs) {
    List<Edge> edges = new ArrayList<>();
    graphs.forEach(graph -> edges.addAll(graph.edges()));
    return new Graph(graphs.stream().mapToInt(Graph::size).max().orElseThrow(), edges);
  }

  private static Graph draw(Topology topology, int devices, long seed) {
    return topology.connect(ids(devices), new SplittableRandom(seed));
  }

  private static List<String> ids(int devices) {
    return IntStream.range(0, devices).mapToObj(i -> "device-" + i).toList();
  }

  private static List<List<Double>> entries(List<WeightedGraph> sequence) {
    return sequence.stream().map(TopologyContract::entries).toList();
  }

  private static List<Double> entries(WeightedGraph weighted) {
    int size = weighted.graph().size();
    return IntStream.range(0, size * size)
        .mapToObj(i -> weighted.weight(i / size, i % size))
        .toList();
  }
}
