package org.limbeck.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.limbeck.deploy.ConfigurationUpdate;
import org.limbeck.engine.swap.Workbench;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.Swap;

class ConfigurationSwapTest {
  private final Workbench bench = new Workbench(3, 1);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void setsOptionsOfAPlugInThatIsUsed() {
    ConfigurationUpdate update =
        update(PluginKind.TOPOLOGY, "ring", Map.of("share", "0.5", "edges", "[1-2, 3]"));
    assertThat(ConfigurationSwap.of(update, bench.experiment()).map(Swap::values))
        .hasValue(Map.of("topology", Map.of("share", 0.5, "edges", List.of("1-2", 3L))));
    assertThat(
            ConfigurationSwap.of(update(PluginKind.TOPOLOGY, "star", Map.of()), bench.experiment()))
        .isEmpty();
  }

  @Test
  void setsOptionsOfTheArchitectureOfThoseWhoHaveIt() {
    ConfigurationUpdate update =
        update(PluginKind.ARCHITECTURE, "mlp", Map.of("activation", "tanh"));
    assertThat(ConfigurationSwap.of(update, bench.experiment()).map(Swap::values))
        .hasValue(
            Map.of(
                "architecture",
                Map.of("activation", "tanh"),
                "devices",
                List.of("device-1", "device-2")));
  }

  @Test
  void refusesAValueThatIsNotYaml() {
    ConfigurationUpdate update = update(PluginKind.TOPOLOGY, "ring", Map.of("edges", "[1-2"));
    assertThatThrownBy(() -> ConfigurationSwap.of(update, bench.experiment()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("etc/test.cfg:1: this is not YAML: ");
  }

  private static ConfigurationUpdate update(
      PluginKind kind, String name, Map<String, String> options) {
    return new ConfigurationUpdate("etc/test.cfg", kind, name, options);
  }
}
