package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.transport.Transport;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.exchange.channel.Workspace;

/** Devices that meet one other device a round, another one every time. */
class TimeVaryingTest {
  private static final int DEVICES = 6;
  private static final int CLASSES = 10;

  private final PlainRun run = PlainRun.ofRing(DEVICES, 60).with(new RandomPairs());

  @Test
  void theSumIsKeptAndTheEstimatesAgreeInTheEnd() {
    Map<String, float[]> injected = new HashMap<>();
    int rows = 20;
    PlainRun fixed = run.with(device -> new FixedInjector(device, rows, injected));
    try (DeviceNetwork network = fixed.network()) {
      advance(network, 200);
      for (int row = 0; row < rows; row++) {
        double[] mean = new double[CLASSES];
        for (float[] s : injected.values()) {
          for (int k = 0; k < CLASSES; k++) {
            mean[k] += s[row * CLASSES + k] / DEVICES;
          }
        }
        for (DeviceRuntime device : network.devices()) {
          float[] z = new float[CLASSES];
          assertThat(device.estimate().read(row, z, 0)).isTrue();
          for (int k = 0; k < CLASSES; k++) {
            assertThat((double) z[k]).isCloseTo(mean[k], within(1e-4));
          }
        }
      }
    }
  }

  @Test
  void aDeviceSendsToThoseWhomItMeetsOnly() {
    List<Integer> delivered = new ArrayList<>();
    try (DeviceNetwork network = run.network(inner -> new CountingTransport(inner, delivered))) {
      advance(network, 10);
      assertThat(delivered).hasSize(10 * DEVICES);
    }
  }

  @Test
  void threadsAndSharedCopiesDoNotChangeABit() throws InterruptedException {
    List<RunEvent> events = run.events(1);
    assertThat(run.events(2)).isEqualTo(events);
    assertThat(run.events(2, TimeVaryingTest::apart)).isEqualTo(events);
  }

  private static Transport apart(Transport carrier) {
    return (device, sink) -> carrier.open(device, sink);
  }

  private static void advance(DeviceNetwork network, int rounds) {
    Workspace workspace = new Workspace();
    for (int round = 0; round < rounds; round++) {
      network.meet(round);
      for (DeviceRuntime device : network.devices()) {
        device.begin(round, workspace);
      }
      for (DeviceRuntime device : network.devices()) {
        device.finish(round, workspace);
      }
    }
  }

  private static final class RandomPairs implements Topology {
    @Override
    public Graph connect(List<String> devices, RandomGenerator random) {
      List<Integer> order = new ArrayList<>();
      for (int n = 0; n < devices.size(); n++) {
        order.add(n);
      }
      Collections.shuffle(order, new Random(random.nextLong()));
      List<Edge> edges = new ArrayList<>();
      for (int n = 0; n + 1 < order.size(); n += 2) {
        edges.add(new Edge(order.get(n), order.get(n + 1)));
      }
      return new Graph(devices.size(), edges);
    }

    @Override
    public boolean isTimeVarying() {
      return true;
    }
  }
}
