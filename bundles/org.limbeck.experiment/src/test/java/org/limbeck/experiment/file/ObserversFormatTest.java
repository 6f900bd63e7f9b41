package org.limbeck.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.PluginChoice;

class ObserversFormatTest {
  private static final String LEAST =
      """
      name: test
      rounds: 10
      data: digits
      reference: digits
      devices: [{count: 2, architecture: mlp}]
      """;

  private final FakeCatalog catalog = new FakeCatalog();
  private final ExperimentReader reader = new ExperimentReader(catalog, catalog);

  @Test
  void anExperimentNeedNotBeObserved() {
    assertThat(read("").observers()).isEmpty();
    assertThat(read("observers: []").observers()).isEmpty();
    assertThat(new ExperimentWriter().write(read(""))).doesNotContain("observers");
  }

  @Test
  void oneObserverNeedNotBeInAList() {
    assertThat(read("observers: tensorboard")).isEqualTo(read("observers: [tensorboard]"));
  }

  @Test
  void observersHaveOptionsAndAreAmongThePlugIns() {
    Experiment experiment = read("observers: [tensorboard, {name: journal, path: here}]");
    assertThat(experiment.observers())
        .extracting(PluginChoice::text)
        .containsExactly("tensorboard", "journal {path: here}");
    assertThat(experiment.choices()).containsAll(experiment.observers());
  }

  @Test
  void oneThatIsNotThereIsNamedWithWhatIs() {
    refuses("observers: [tensorbord]", "there is no observer 'tensorbord'; did you mean");
  }

  @Test
  void oneThatIsThereTwiceIsRefused() {
    refuses(
        "observers: [{name: journal, path: a}, {name: journal, path: b}]",
        "the observer 'journal' is in the list already");
  }

  @Test
  void whatIsNoPlugInIsRefused() {
    refuses("observers: [3]", "test:6");
  }

  @Test
  void devicesDoNotSwapThem() {
    refuses("swaps: [{round: 2, observer: tensorboard}]", "'observer'");
  }

  @Test
  void valuesHaveThePathsOfTheirKeys() {
    Map<String, String> values =
        ExperimentValues.of(read("trigger: {threshold: 0.25}\nobservers: tensorboard"));
    assertThat(values)
        .containsEntry("rounds", "10")
        .containsEntry("algorithm", "distributed-distillation")
        .containsEntry("algorithm.rate", "0.5")
        .containsEntry("algorithm.sizes", "[64]")
        .containsEntry("trigger.threshold", "0.25")
        .doesNotContainKeys("algorithm.name", "devices", "observers");
    assertThat(List.copyOf(values.keySet())).startsWith("name", "seed", "rounds");
  }

  private Experiment read(String more) {
    return reader.read(LEAST + more, "test");
  }

  private void refuses(String more, String message) {
    assertThatThrownBy(() -> read(more))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
