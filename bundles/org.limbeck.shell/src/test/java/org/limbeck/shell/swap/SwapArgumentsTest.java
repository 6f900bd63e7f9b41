package org.limbeck.shell.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Swap;
import org.limbeck.experiment.file.SwapReader;

class SwapArgumentsTest {

  @Test
  void swapsAPluginWithItsOptions() {
    assertThat(SwapArguments.swap("topology", "small-world", List.of("neighbours=4"), List.of()))
        .isEqualTo(read("{topology: {name: small-world, neighbours: 4}}"));
  }

  @Test
  void swapsTheArchitectureOfSomeDevices() {
    assertThat(
            SwapArguments.swap(
                "architecture",
                "mlp",
                List.of("hidden=[64, 32]", "activation=tanh"),
                List.of("1,4-6", "device-9, kitchen")))
        .isEqualTo(
            read(
                "{architecture: {name: mlp, hidden: [64, 32], activation: tanh},"
                    + " devices: [1, 4-6, device-9, kitchen]}"));
  }

  @Test
  void setsSeveralThingsAtOnce() {
    assertThat(
            SwapArguments.set(
                List.of("algorithm.regularization=5", "localSteps=2", "algorithm.stepSize=1e-2")))
        .isEqualTo(read("{localSteps: 2, algorithm: {regularization: 5, stepSize: 1e-2}}"));
  }

  @Test
  void addsAndRemovesDevices() {
    assertThat(SwapArguments.join("softmax", List.of())).isEqualTo(read("{join: {name: softmax}}"));
    assertThat(SwapArguments.join("mlp", List.of("hidden=[8]")))
        .isEqualTo(read("{join: {name: mlp, hidden: [8]}}"));
    assertThat(SwapArguments.leave(List.of("3", "device-5")))
        .isEqualTo(read("{leave: [3, device-5]}"));
  }

  @Test
  void namesDevicesByAnyId() {
    assertThat(SwapArguments.leave(List.of("kitchen"))).isEqualTo(read("{leave: [kitchen]}"));
    assertThat(SwapArguments.leave(List.of("null", "a]")))
        .isEqualTo(read("{leave: [\"null\", \"a]\"]}"));
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
      assertThatThrownBy(() -> SwapArguments.set(List.of("algorithm.key=" + typed)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not YAML");
    } else {
      assertThat(SwapArguments.set(List.of("algorithm.key=" + typed)))
          .isEqualTo(read("{algorithm: {key: " + written + "}}"));
    }
  }

  @Test
  void quotesNamesThatYamlWouldReadOtherwise() {
    assertThat(SwapArguments.swap("codec", "true", List.of(), List.of()))
        .isEqualTo(read("{codec: {name: \"true\"}}"));
    assertThat(SwapArguments.swap("codec", "a, b: c", List.of(), List.of()))
        .isEqualTo(read("{codec: {name: \"a, b: c\"}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"neighbours", "=4", "a.b=4", "a b=4"})
  void refusesWhatIsNoOption(String option) {
    assertThatThrownBy(() -> SwapArguments.swap("topology", "ring", List.of(option), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("option");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localSteps", "a.b.c=1", ".b=1", "a b=1"})
  void refusesWhatIsNoSetting(String setting) {
    assertThatThrownBy(() -> SwapArguments.set(List.of(setting)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("algorithm.regularization=5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", " , "})
  void wantsDevices(String devices) {
    assertThatThrownBy(() -> SwapArguments.leave(List.of(devices)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("which devices?");
  }

  @Test
  void refusesWhatCannotBeSwapped() {
    assertThatThrownBy(() -> SwapArguments.set(List.of("topolgy.rows=1")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(
            "shell:1: topolgy: 'topolgy' is no key of a change; did you mean 'topology'?");
    assertThatThrownBy(() -> SwapArguments.set(List.of("localSteps=none")))
        .hasMessageStartingWith("shell:1: localSteps: a whole number from 1 to 2147483647");
    assertThatThrownBy(
            () -> SwapArguments.swap("topology", "ring", List.of("a=1", "a=2"), List.of()))
        .hasMessage("shell:1: topology.a: this key is there twice");
  }

  private static Swap read(String text) {
    return new SwapReader().read(text, "test");
  }
}
