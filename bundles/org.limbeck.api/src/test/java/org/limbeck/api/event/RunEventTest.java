package org.limbeck.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.api.topology.Edge;

class RunEventTest {

  @Test
  void aStartKeepsWhatItWasMadeOf() {
    Map<String, String> plugins = new HashMap<>(Map.of("topology", "ring"));
    List<DeviceDescription> devices =
        new ArrayList<>(List.of(new DeviceDescription("a", "mlp", 12, 80)));
    List<Edge> edges = new ArrayList<>(List.of(new Edge(0, 1)));
    RunStarted started = new RunStarted("test", 1, 10, plugins, devices, edges);
    plugins.clear();
    devices.clear();
    edges.clear();
    assertThat(started.plugins()).containsExactly(Map.entry("topology", "ring"));
    assertThat(started.devices()).hasSize(1);
    assertThat(started.edges()).containsExactly(new Edge(0, 1));
    assertThatThrownBy(() -> started.devices().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatIsNotSaidIsNotKnown() {
    DeviceDescription device = new DeviceDescription("a", "mlp", 12, 80, null, null);
    assertThat(device).isEqualTo(new DeviceDescription("a", "mlp", 12, 80));
    assertThat(device.classCounts()).isEmpty();
    RunStarted started = new RunStarted("test", 1, 10, Map.of(), List.of(), List.of(), null);
    assertThat(started.mixing()).isEqualTo(Mixing.UNKNOWN);
    assertThat(started.mixing().spectralGap()).isNaN();
  }

  @Test
  void aRoundKeepsWhatItWasMadeOf() {
    DeviceRound device = new DeviceRound("a", 1, 2, Traffic.NONE, Traffic.NONE);
    List<DeviceRound> devices = new ArrayList<>(List.of(device));
    RoundCompleted completed = new RoundCompleted(3, devices);
    devices.clear();
    assertThat(completed.devices()).containsExactly(device);
    assertThatThrownBy(() -> completed.devices().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void anEvaluationKeepsWhatItWasMadeOf() {
    DeviceEvaluation device = new DeviceEvaluation("a", 0.5, 0, 0, Double.NaN);
    List<DeviceEvaluation> devices = new ArrayList<>(List.of(device));
    RoundEvaluated evaluated = new RoundEvaluated(3, devices);
    devices.clear();
    assertThat(evaluated.devices()).containsExactly(device);
    assertThatThrownBy(() -> evaluated.devices().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
