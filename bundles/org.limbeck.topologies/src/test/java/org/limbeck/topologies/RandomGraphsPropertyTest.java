package org.limbeck.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;

/** Edge counts, degrees and connectedness of random topologies. */
class RandomGraphsPropertyTest {

  @Property(tries = 200)
  void anErdosRenyiGraphIsConnected(
      @ForAll @IntRange(min = 1, max = 60) int devices,
      @ForAll @DoubleRange(min = 0.3, max = 1) double probability,
      @ForAll long seed) {
    Graph graph = DrawnGraphs.graph(new ErdosRenyi(probability), devices, seed);
    assertThat(graph.components()).hasSize(1);
    assertThat(DrawnGraphs.graph(new ErdosRenyi(1), devices, seed).edges())
        .hasSize(devices * (devices - 1) / 2)
        .containsAll(graph.edges());
  }

  @Property(tries = 200)
  void aSmallWorldKeepsTheEdgesOfTheRing(
      @ForAll @IntRange(min = 2, max = 4) int half,
      @ForAll @IntRange(min = 0, max = 50) int more,
      @ForAll @DoubleRange(min = 0, max = 1) double rewire,
      @ForAll long seed) {
    int devices = 2 * half + 2 + more;
    Graph graph = DrawnGraphs.graph(new SmallWorld(2 * half, rewire), devices, seed);
    assertThat(graph.components()).hasSize(1);
    assertThat(graph.edges()).hasSize(devices * half);
    assertThat(Arrays.stream(DrawnGraphs.degrees(graph))).allMatch(degree -> degree >= half);
  }

  @Property(tries = 200)
  void eachDeviceOfABarabasiAlbertGraphChoosesItsShare(
      @ForAll @IntRange(min = 1, max = 5) int attach,
      @ForAll @IntRange(min = 0, max = 60) int more,
      @ForAll long seed) {
    int devices = attach + 1 + more;
    Graph graph = DrawnGraphs.graph(new BarabasiAlbert(attach), devices, seed);
    assertThat(graph.components()).hasSize(1);
    assertThat(graph.edges()).hasSize(attach * (attach + 1) / 2 + attach * more);
    for (int device = attach + 1; device < devices; device++) {
      int self = device;
      assertThat(Arrays.stream(graph.neighbours(device)).filter(other -> other < self))
          .hasSize(attach);
    }
  }

  @Property(tries = 200)
  void aMatchingLeavesNoTwoDevicesAlone(
      @ForAll @IntRange(min = 1, max = 60) int devices, @ForAll long seed) {
    Graph graph = DrawnGraphs.graph(new RandomMatching(), devices, seed);
    assertThat(graph.edges()).hasSize(devices / 2);
    assertThat(Arrays.stream(DrawnGraphs.degrees(graph))).allMatch(degree -> degree <= 1);
  }

  @Property(tries = 50)
  void fewDevicesAreAllNeighbours(@ForAll @IntRange(min = 1, max = 5) int devices) {
    for (Topology topology : new Topology[] {new SmallWorld(4, 0.5), new BarabasiAlbert(4)}) {
      assertThat(DrawnGraphs.graph(topology, devices, 1).edges())
          .isEqualTo(DrawnGraphs.graph(new Complete(), devices).edges());
    }
  }
}
