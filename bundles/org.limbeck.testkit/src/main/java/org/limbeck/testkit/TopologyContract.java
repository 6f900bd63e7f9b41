package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;

/** What every {@link Topology} promises. */
public abstract class TopologyContract {
  private static final int MOST = 40;

  /** Returns the topology under test. */
  protected abstract Topology topology();

  /** Returns whether there is such a graph for this many devices; by default for any number. */
  protected boolean supports(int devices) {
    return true;
  }

  @Test
  void hasOneVertexPerDevice() {
    for (int devices : supported()) {
      assertThat(draw(topology(), devices, 1).size())
          .as("vertices for %d devices", devices)
          .isEqualTo(devices);
    }
  }

  @Test
  void isConnected() {
    for (int devices : supported()) {
      assertThat(draw(topology(), devices, devices).components())
          .as("components of the graph of %d devices", devices)
          .hasSize(1);
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
    assertThat(Concurrently.run(4, i -> () -> edges(topology))).containsOnly(alone);
  }

  private int[] supported() {
    return IntStream.rangeClosed(1, MOST).filter(this::supports).toArray();
  }

  private List<List<Edge>> edges(Topology topology) {
    List<List<Edge>> all = new ArrayList<>();
    for (int devices : supported()) {
      all.add(draw(topology, devices, 7).edges());
    }
    return all;
  }

  private static Graph draw(Topology topology, int devices, long seed) {
    List<String> ids = IntStream.range(0, devices).mapToObj(i -> "device-" + i).toList();
    return topology.connect(ids, new SplittableRandom(seed));
  }
}
