package org.limbeck.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.ScheduledSwap;
import org.limbeck.experiment.Swap;
import org.limbeck.experiment.yaml.YamlText;

class SwapReaderTest {
  private static final String FILE =
      """
      rounds: 100
      data: digits
      reference: digits
      algorithm: {name: distributed-distillation, rate: 0.75}
      devices:
        - {count: 3, architecture: mlp}
        - {id: kitchen, architecture: {name: mlp, count: 7}}
      """;

  @TempDir private Path folder;
  private final FakeCatalog catalog = new FakeCatalog();
  private final ExperimentReader reader = new ExperimentReader(catalog, catalog);
  private Experiment experiment;

  @BeforeEach
  void read() throws IOException {
    experiment = read(FILE);
  }

  @Test
  void aNameGivesAPlugInWithItsDefaults() {
    Experiment next = swap("{topology: {name: edges, edges: [1-2, 2-3, 3-4]}, localSteps: 4}");
    assertThat(next.plugin(PluginKind.TOPOLOGY).name()).isEqualTo("edges");
    assertThat(next.plugin(PluginKind.TOPOLOGY).options())
        .containsEntry("edges", List.of("1-2", "2-3", "3-4"));
    assertThat(next.training().localSteps()).isEqualTo(4);
    assertThat(next.plugin(PluginKind.ALGORITHM))
        .isEqualTo(experiment.plugin(PluginKind.ALGORITHM));
    assertThat(swap("{algorithm: distributed-distillation}").plugin(PluginKind.ALGORITHM).options())
        .containsEntry("rate", 0.5f);
  }

  @Test
  void privacyKeepsWhatTheAccountantCountsOn() throws IOException {
    experiment = read(FILE + "privacy: {noise: 2}\n");
    assertThat(swap("{algorithm: {count: 9}}").training()).isEqualTo(experiment.training());
    assertThatThrownBy(() -> swap("{localSteps: 4}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("localSteps: with privacy this stays as it is while devices learn");
    assertThatThrownBy(() -> swap("{batch: 64}")).hasMessageContaining("batch: with privacy");
    assertThatThrownBy(() -> swap("{privacy: {noise: 1}}"))
        .hasMessageContaining("'privacy' is no key of a change");
  }

  @Test
  void optionsAloneChangeThoseInUse() {
    assertThat(swap("{algorithm: {count: 9}}").plugin(PluginKind.ALGORITHM).options())
        .containsEntry("count", 9)
        .containsEntry("rate", 0.75f);
    assertThat(architectures(swap("{architecture: {mode: fast}, devices: kitchen}")))
        .last()
        .satisfies(
            device ->
                assertThat(device.architecture().options())
                    .containsEntry("count", 7)
                    .containsEntry("mode", "fast"));
  }

  @Test
  void devicesAreNamedByNumberRangeOrId() {
    Experiment next = swap("{architecture: {name: mlp, count: 5}, devices: [1, 2-3, kitchen]}");
    assertThat(architectures(next))
        .allSatisfy(
            device ->
                assertThat(device.architecture().options()).isEqualTo(Map.copyOf(options(5))));
    assertThat(swap("{leave: [2, kitchen]}").deviceIds()).containsExactly("device-1", "device-3");
  }

  @Test
  void whoJoinsGetsANumberThatNobodyHad() {
    assertThat(swap("{join: [mlp, mlp]}", 9).deviceIds())
        .containsExactly("device-1", "device-2", "device-3", "kitchen", "device-9", "device-10");
  }

  @Test
  void mistakesAreNamed() {
    assertRefused("{topolgy: ring}", "'topolgy' is no key of a change; did you mean 'topology'?");
    assertRefused("{topology: rign}", "there is no topology 'rign'; did you mean 'ring'?");
    assertRefused("{leave: 7}", "there is no device 'device-7'; did you mean 'device-1'?");
    assertRefused("{leave: [1-3, kitchen]}", "the last device cannot leave");
    assertRefused("{leave: 3-1}", "3-1 is no range of devices: write 4-6");
    assertRefused(
        "{devices: 1, leave: 2}",
        "devices says whose architecture is swapped, but there is no architecture here; leave names"
            + " its devices itself");
    assertRefused("{}", "this changes nothing: name what shall be swapped");
    assertRefused("{data: digits}", "cannot be swapped while they learn");
    assertRefused("{algorithm: {count: -1}}", "less than minimum");
    assertRefused("ring", "a group of keys belongs here");
  }

  @Test
  void aScheduleIsReadWrittenAndReadAgain() throws IOException {
    Experiment scheduled =
        read(
            FILE
                + """
                swaps:
                  - {round: 60, leave: [device-5]}
                  - {round: 20, topology: {name: edges, edges: [1-2, 2-3, 3-4]}}
                  - {round: 40, join: {name: mlp, sizes: [8, 4]}}
                """);
    assertThat(scheduled.swaps())
        .extracting(ScheduledSwap::round, swap -> YamlText.of(swap.swap().values()))
        .containsExactly(
            tuple(20L, "{topology: {name: edges, edges: [1-2, 2-3, 3-4]}}"),
            tuple(40L, "{join: {name: mlp, sizes: [8, 4]}}"),
            tuple(60L, "{leave: [device-5]}"));
    String written = new ExperimentWriter().write(scheduled);
    assertThat(read(written)).isEqualTo(scheduled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{topology: ring}",
        "{topology: {name: ring}}",
        "{algorithm: {count: 9, name: distributed-distillation}}",
        "{devices: kitchen, localSteps: 2, architecture: {mode: fast}}",
        "{leave: 1, algorithm: {rate: 1.0E-5}}",
        "{leave: ['1', 2-3], evaluateEvery: 7}",
        "{join: mlp, batch: 9}",
        "{join: [mlp]}",
        "{join: [mlp, {name: mlp, sizes: []}]}",
      })
  void aSwapIsWrittenAsItWasRead(String text) {
    assertThat(YamlText.of(new SwapReader().read(text, "test").values())).isEqualTo(text);
  }

  @Test
  void mistakesAreNamedWithWhoAsksAndTheKey() {
    assertThatThrownBy(() -> swap("{topology: {name: edges, edges: [1-2, {}]}, leave: [1, 9]}"))
        .hasMessageContaining("test:1: topology.edges.1: a list belongs here, each item a text")
        .hasMessageContaining("test:1: leave.1: there is no device 'device-9'");
    assertThatThrownBy(() -> swap("{topology: rign, join: [mlp, {sizes: 1}]}"))
        .hasMessageContaining("test:1: topology: there is no topology 'rign'")
        .hasMessageContaining("test:1: join.1.name: this key is missing");
    assertThatThrownBy(() -> swap("{localSteps: 0, codec: [float32], join: 3}"))
        .hasMessageContaining("test:1: localSteps: a whole number from 1 to 2147483647 belongs")
        .hasMessageContaining("test:1: codec: a group of keys belongs here, not a list")
        .hasMessageContaining("test:1: join: a group of keys belongs here, not 3");
    assertThatThrownBy(() -> read(FILE + "swaps:\n  - round: 20\n    topology: {name: rign}\n"))
        .hasMessageContaining("test.yaml:10: swaps.0.topology.name: there is no topology 'rign'");
  }

  @Test
  void aScheduleMustFitWhatItHasMadeItself() {
    assertThatThrownBy(() -> read(FILE + "swaps: [{round: 20, leave: 1}, {round: 30, leave: 1}]"))
        .hasMessageContaining("there is no device 'device-1'");
    assertThatThrownBy(() -> read(FILE + "swaps: [{round: 100, leave: 1}]"))
        .hasMessageContaining("a whole number from 1 to 99 belongs here");
    assertThatThrownBy(() -> read(FILE + "swaps: 3"))
        .hasMessageContaining("a list of changes belongs here");
  }

  private void assertRefused(String entry, String message) {
    assertThatThrownBy(() -> swap(entry))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  private Experiment swap(String entry) {
    return swap(entry, 5);
  }

  private Experiment swap(String entry, long nextDevice) {
    Swap swap = new SwapReader().read(entry, "test");
    return new SwapApplier(catalog, catalog).apply(swap, "test", experiment, nextDevice);
  }

  private static List<DeviceSpec> architectures(Experiment experiment) {
    return experiment.devices();
  }

  private Map<String, Object> options(int count) {
    Map<String, Object> options =
        new HashMap<>(experiment.devices().get(0).architecture().options());
    options.put("count", count);
    return options;
  }

  private Experiment read(String text) throws IOException {
    return reader.read(Files.writeString(folder.resolve("test.yaml"), text), List.of());
  }
}
