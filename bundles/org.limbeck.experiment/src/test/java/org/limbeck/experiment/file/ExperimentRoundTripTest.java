package org.limbeck.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.api.algorithm.Privacy;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.mixing.MixingWeights;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginKind;

/** Experiments that are read, written and read again. */
class ExperimentRoundTripTest {
  private ExperimentFiles files;

  @BeforeEach
  void open(@TempDir Path folder) {
    files = ExperimentFiles.in(folder);
  }

  /** Labels such as True and 1.0 are names of classes, and 2024 that of a folder. */
  @Test
  void namesAreWhatIsWritten() throws IOException {
    String edges = "topology: {name: edges, edges: [True, false, 1.0, 007, .5, '~']}\n";
    Experiment experiment = read(ExperimentFiles.MINIMAL + edges + "name: 2024.10\n");
    assertThat(experiment.plugin(PluginKind.TOPOLOGY).options())
        .isEqualTo(Map.of("edges", List.of("True", "false", "1.0", "007", ".5", "~")));
    assertThat(experiment.name()).isEqualTo("2024.10");
    assertThat(read(new ExperimentWriter().write(experiment))).isEqualTo(experiment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Größe", "実験_1", "naïve-2.0", "प्रयोग", "تجربة", "🚀", "Ünïcödé"})
  void experimentsHaveNamesInAnyLetters(String name) throws IOException {
    Experiment experiment = read(ExperimentFiles.MINIMAL + "name: " + name + "\n");
    assertThat(experiment.name()).isEqualTo(name);
    assertThat(read(new ExperimentWriter().write(experiment))).isEqualTo(experiment);
  }

  @Test
  void whatIsWrittenReadsBackAsTheSameExperiment() throws IOException {
    Experiment experiment =
        read(
            ExperimentFiles.MINIMAL,
            "devices.0.architecture.rate=0.1",
            "description='a: b # c'",
            "seed=-5");
    String written = new ExperimentWriter().write(experiment, Map.of("limbeck", "0.1.0"));
    assertThat(read(written)).isEqualTo(experiment);
  }

  @Test
  void readsAndWritesTheMixingWeights() throws IOException {
    Experiment experiment = read(ExperimentFiles.MINIMAL, "mixing=maximum-degree");
    assertThat(experiment.mixing()).isEqualTo(MixingWeights.MAXIMUM_DEGREE);
    assertThat(experiment.withSeed(2).baseline().orElseThrow().mixing())
        .isEqualTo(MixingWeights.MAXIMUM_DEGREE);
    assertThat(read(new ExperimentWriter().write(experiment))).isEqualTo(experiment);
  }

  @Test
  void readsAndWritesTheTrigger() throws IOException {
    assertThat(read(ExperimentFiles.MINIMAL).trigger()).isEqualTo(EventTrigger.NONE);
    Experiment experiment =
        read(ExperimentFiles.MINIMAL, "trigger.threshold=0.25", "trigger.share=0.5");
    assertThat(experiment.trigger()).isEqualTo(new EventTrigger(0.25f, 0.5f));
    assertThat(read(new ExperimentWriter().write(experiment))).isEqualTo(experiment);
  }

  @Test
  void readsAndWritesPrivacy() throws IOException {
    assertThat(read(ExperimentFiles.MINIMAL).training().privacy()).isEmpty();
    Experiment experiment = read(ExperimentFiles.MINIMAL, "privacy.noise=2", "privacy.delta=1e-6");
    assertThat(experiment.training().privacy()).contains(new Privacy(1, 2, 1e-6));
    assertThat(read(new ExperimentWriter().write(experiment))).isEqualTo(experiment);
    assertThat(read(ExperimentFiles.MINIMAL, "privacy={}").training().privacy())
        .contains(new Privacy(1, 1.1f, 1e-5));
  }

  @Test
  void groupsOfTheSameArchitectureAreWrittenTogether() throws IOException {
    String file = ExperimentFiles.MINIMAL + "  - {count: 1, architecture: {name: mlp, count: 7}}\n";
    assertThat(new ExperimentWriter().write(read(file), Map.of()))
        .contains("count: 2\n")
        .contains("count: 1\n")
        .contains("count: 7\n");
  }

  private Experiment read(String yaml, String... settings) throws IOException {
    return files.read(yaml, settings);
  }
}
