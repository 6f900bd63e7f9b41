package org.limbeck.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.event.Change;
import org.limbeck.engine.swap.Workbench;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;

class ExperimentDiffTest {
  private final Workbench bench = new Workbench(3, 1);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void nothingChanges() {
    assertThat(ExperimentDiff.between(bench.experiment(), bench.experiment())).isEmpty();
  }

  @Test
  void aPlugInOfAllDevices() {
    assertThat(changes(bench.with(PluginKind.TOPOLOGY, "star")))
        .containsExactly(
            new Change("topology", "ring", "star", List.of("device-1", "device-2", "device-3")));
  }

  @Test
  void devicesThatComeAndGoAndAreRebuilt() {
    Experiment next =
        bench.withDevices(
            List.of(
                new DeviceSpec("device-1", Workbench.choice(PluginKind.ARCHITECTURE, "deep")),
                new DeviceSpec("device-3", Workbench.choice(PluginKind.ARCHITECTURE, "softmax")),
                new DeviceSpec("device-4", Workbench.choice(PluginKind.ARCHITECTURE, "mlp"))));
    assertThat(changes(next))
        .containsExactly(
            new Change("architecture", "mlp", "deep", List.of("device-1")),
            new Change("leave", "mlp", "", List.of("device-2")),
            new Change("join", "", "mlp", List.of("device-4")));
  }

  @Test
  void ofAPlugInThatStaysOnlyTheOptionsThatDiffer() {
    Experiment one = optioned(Map.of("neighbours", 4, "rewire", 0.1));
    Experiment other = optioned(Map.of("neighbours", 6, "rewire", 0.1));
    assertThat(ExperimentDiff.between(one, other))
        .extracting(Change::from, Change::to)
        .containsExactly(tuple("small-world {neighbours: 4}", "small-world {neighbours: 6}"));
    assertThat(other.plugin(PluginKind.TOPOLOGY).text())
        .isEqualTo("small-world {neighbours: 6, rewire: 0.1}");
  }

  @Test
  void numbersOfTheTraining() {
    Experiment now = bench.experiment();
    Experiment next = now.toBuilder().training(new Training(2, 16)).build();
    assertThat(changes(next))
        .extracting(Change::kind, Change::from, Change::to)
        .containsExactly(tuple("localSteps", "1", "2"));
  }

  private List<Change> changes(Experiment next) {
    return ExperimentDiff.between(bench.experiment(), next);
  }

  private Experiment optioned(Map<String, Object> options) {
    Experiment now = bench.experiment();
    Map<PluginKind, PluginChoice> plugins = new EnumMap<>(now.plugins());
    plugins.put(
        PluginKind.TOPOLOGY,
        new PluginChoice(PluginKind.TOPOLOGY, "small-world", options, new Origin("", 0, "")));
    return now.toBuilder().plugins(plugins).build();
  }
}
