package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.exchange.channel.Workspace;

/** Σ_n z_n = Σ_n ŝ_n after every round, whatever the graph and the reference batches. */
class SumInvariantPropertyTest {
  private static final int CLASSES = 10;

  @Property(tries = 50)
  void sumsStayEqual(
      @ForAll @IntRange(min = 1, max = 8) int devices,
      @ForAll @IntRange(min = 1, max = 40) int batch,
      @ForAll @IntRange(min = 0, max = 12) int extraEdges,
      @ForAll long seed) {
    Workspace workspace = new Workspace();
    Map<String, float[]> injected = new HashMap<>();
    PlainRun run =
        PlainRun.ofRing(devices, 30)
            .withSeed(seed)
            .with((ids, random) -> connected(ids.size(), extraEdges, seed))
            .with(device -> new RandomInjector(device, batch, injected));
    try (DeviceNetwork network = run.network()) {
      for (long round = 0; round < 30; round++) {
        for (DeviceRuntime device : network.devices()) {
          device.begin(round, workspace);
        }
        for (DeviceRuntime device : network.devices()) {
          device.finish(round, workspace);
        }
        requireEqualSums(network, injected);
      }
    }
  }

  private static void requireEqualSums(DeviceNetwork network, Map<String, float[]> injected) {
    float[] z = new float[CLASSES];
    for (int row = 0; row < network.reference().rows(); row++) {
      double[] difference = new double[CLASSES];
      boolean exchanged = false;
      for (DeviceRuntime device : network.devices()) {
        exchanged = device.estimate().read(row, z, 0);
        for (int k = 0; exchanged && k < CLASSES; k++) {
          difference[k] += z[k] - injected.get(device.id())[row * CLASSES + k];
        }
      }
      for (int k = 0; exchanged && k < CLASSES; k++) {
        assertThat(difference[k]).isCloseTo(0, within(1e-5));
      }
    }
  }

  /** A random tree with some more edges. */
  private static Graph connected(int size, int extraEdges, long seed) {
    Random random = new Random(seed);
    List<Edge> edges = new ArrayList<>();
    for (int v = 1; v < size; v++) {
      edges.add(new Edge(random.nextInt(v), v));
    }
    for (int i = 0; size > 1 && i < extraEdges; i++) {
      int a = random.nextInt(size);
      edges.add(new Edge(a, (a + 1 + random.nextInt(size - 1)) % size));
    }
    return new Graph(size, edges);
  }
}
