package org.limbeck.shell.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {

  @Test
  void swapsAPluginWithItsOptions() {
    assertThat(Entries.swap("topology", "small-world", List.of("neighbours=4"), List.of()))
        .isEqualTo("{topology: {name: small-world, neighbours: 4}}");
  }

  @Test
  void swapsTheArchitectureOfSomeDevices() {
    assertThat(
            Entries.swap(
                "architecture",
                "mlp",
                List.of("hidden=[64, 32]", "activation=tanh"),
                List.of("1,4-6", "device-9, kitchen")))
        .isEqualTo(
            "{architecture: {name: mlp, hidden: [64, 32], activation: tanh},"
                + " devices: [1, 4-6, device-9, kitchen]}");
  }

  @Test
  void setsSeveralThingsAtOnce() {
    assertThat(
            Entries.set(
                List.of("algorithm.regularization=5", "localSteps=2", "algorithm.stepSize=1e-2")))
        .isEqualTo("{localSteps: 2, algorithm: {regularization: 5, stepSize: 1e-2}}");
  }

  @Test
  void addsAndRemovesDevices() {
    assertThat(Entries.join("softmax", List.of())).isEqualTo("{join: {name: softmax}}");
    assertThat(Entries.join("mlp", List.of("hidden=[8]")))
        .isEqualTo("{join: {name: mlp, hidden: [8]}}");
    assertThat(Entries.leave(List.of("3", "device-5"))).isEqualTo("{leave: [3, device-5]}");
  }

  @Test
  void namesDevicesByAnyId() {
    assertThat(Entries.leave(List.of("kitchen"))).isEqualTo("{leave: [kitchen]}");
    assertThat(Entries.leave(List.of("null", "a]"))).isEqualTo("{leave: [\"null\", \"a]\"]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "one, two      | \"one, two\"",
        "a}            | \"a}\"",
        "x: {y: 1      | ",
        "' spaced '    | ' spaced '",
        "a #b          | a",
        "''            | ''",
      })
  void keepsTheMeaningOfAValue(String typed, String written) {
    if (written == null) {
      assertThatThrownBy(() -> Entries.set(List.of("key=" + typed)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not YAML");
    } else {
      assertThat(Entries.set(List.of("key=" + typed)))
          .isIn("{key: " + written + "}", "{key: \"" + written + "\"}");
    }
  }

  @Test
  void quotesNamesThatYamlWouldReadOtherwise() {
    assertThat(Entries.swap("codec", "true", List.of(), List.of()))
        .isEqualTo("{codec: {name: \"true\"}}");
    assertThat(Entries.swap("codec", "a, b: c", List.of(), List.of()))
        .isEqualTo("{codec: {name: \"a, b: c\"}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"neighbours", "=4", "a.b=4", "a b=4"})
  void refusesWhatIsNoOption(String option) {
    assertThatThrownBy(() -> Entries.swap("topology", "ring", List.of(option), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("option");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localSteps", "a.b.c=1", ".b=1", "a b=1"})
  void refusesWhatIsNoSetting(String setting) {
    assertThatThrownBy(() -> Entries.set(List.of(setting)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("algorithm.regularization=5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", " , "})
  void wantsDevices(String devices) {
    assertThatThrownBy(() -> Entries.leave(List.of(devices)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("which devices?");
  }
}
