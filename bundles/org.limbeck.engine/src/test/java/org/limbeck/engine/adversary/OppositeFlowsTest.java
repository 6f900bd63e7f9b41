package org.limbeck.engine.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.api.Block;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.checkpoint.PrivateDataDigest;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.engine.swap.ActiveNetwork;
import org.limbeck.engine.swap.Workbench;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.PluginKind;

/**
 * The two ends of an edge let opposite flows where nobody waits, whether or not one of them lies.
 */
class OppositeFlowsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "device-2"})
  void afterSwapsOfTopologyAndCodec(String liar) {
    try (Workbench bench = tracking(liar)) {
      bench.run(20);
      bench.swap(bench.with(PluginKind.TOPOLOGY, "complete"));
      bench.run(20);
      bench.swap(bench.with(PluginKind.CODEC, "float16"));
      bench.run(20);
      bench.swap(bench.with(PluginKind.TOPOLOGY, "ring"));
      bench.run(20);
      requireOppositeFlows(bench);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "device-2"})
  void afterAKillAndAResume(String liar) throws IOException {
    try (Workbench bench = tracking(liar)) {
      bench.run(20);
      List<DeviceState> saved = new ArrayList<>();
      saved.add(DeviceState.of(devices(bench).get(0)));
      bench.run(1);
      for (DeviceRuntime device : devices(bench).subList(1, 4)) {
        saved.add(DeviceState.of(device));
      }
      bench.activeNetwork().network().close();
      bench.activeNetwork(
          new ActiveNetwork(
              bench.experiment(),
              bench.activeNetwork().pluginSet(),
              bench.restored(checkpoint(bench, saved), bench.activeNetwork().pluginSet())));
      bench.run(20);
      requireOppositeFlows(bench);
    }
  }

  private static Workbench tracking(String liar) {
    Workbench bench = new Workbench(4, 5, ExecutionMode.ASYNCHRONOUS, Set.of(liar));
    bench.swap(bench.with(PluginKind.AGGREGATION, "tracking"));
    return bench;
  }

  private static void requireOppositeFlows(Workbench bench) {
    List<DeviceRuntime> devices = devices(bench);
    for (int n = 0; n < devices.size(); n++) {
      for (int m : bench.activeNetwork().network().graph().neighbours(n)) {
        float[] there = flow(devices.get(n), devices.get(m));
        float[] back = flow(devices.get(m), devices.get(n));
        assertThat(there)
            .as("device %s hears of device %s", n, m)
            .isNotEqualTo(new float[there.length]);
        for (int i = 0; i < there.length; i++) {
          assertThat(there[i] + back[i]).as("flows between %s and %s", n, m).isZero();
        }
      }
    }
  }

  private static float[] flow(DeviceRuntime device, DeviceRuntime neighbour) {
    int rows = device.reference().rows();
    Block flow = new Block(rows, device.classes());
    flow.rows(rows);
    for (int row = 0; row < rows; row++) {
      flow.ids()[row] = row;
    }
    device.estimate().readFlow(neighbour.id(), flow);
    return flow.values();
  }

  private static Checkpoint checkpoint(Workbench bench, List<DeviceState> devices) {
    return new Checkpoint(
        "origin",
        "current",
        20,
        20,
        3,
        bench.activeNetwork().pluginSet().reference().digest(),
        PrivateDataDigest.of(bench.activeNetwork().pluginSet().data()),
        bench.activeNetwork().network().graph().edges(),
        devices,
        List.of());
  }

  private static List<DeviceRuntime> devices(Workbench bench) {
    return bench.activeNetwork().network().devices();
  }
}
