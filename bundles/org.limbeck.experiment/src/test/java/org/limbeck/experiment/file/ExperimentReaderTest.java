package org.limbeck.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.algorithm.Training;
import org.limbeck.exchange.mixing.MixingWeights;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginKind;

class ExperimentReaderTest {
  private ExperimentFiles files;

  @BeforeEach
  void open(@TempDir Path folder) {
    files = ExperimentFiles.in(folder);
  }

  @Test
  void fillsInWhatIsNotSaid() throws IOException {
    Experiment experiment = read(ExperimentFiles.MINIMAL);
    assertThat(experiment.name()).isEqualTo("test");
    assertThat(experiment.seed()).isEqualTo(1);
    assertThat(experiment.evaluateEvery()).isEqualTo(100);
    assertThat(experiment.training()).isEqualTo(new Training(1, 32));
    assertThat(experiment.plugin(PluginKind.TOPOLOGY).name()).isEqualTo("ring");
    assertThat(experiment.mixing()).isEqualTo(MixingWeights.METROPOLIS);
    assertThat(experiment.plugin(PluginKind.ALGORITHM).options())
        .isEqualTo(
            Map.of(
                "flag",
                true,
                "count",
                3,
                "large",
                4L,
                "rate",
                0.5f,
                "exact",
                0.25,
                "sizes",
                List.of(64),
                "mode",
                "slow"));
    assertThat(experiment.baselineAlgorithm().orElseThrow().name()).isEqualTo("local-only");
    assertThat(experiment.devices())
        .extracting(DeviceSpec::id)
        .containsExactly("device-1", "device-2");
  }

  @Test
  void readsThePathOfDataAndReferenceAtOnce() throws IOException {
    String[] files = {"data=files", "reference.name=files", "dataset.path=/data"};
    Experiment experiment = read(ExperimentFiles.MINIMAL, files);
    assertThat(experiment.plugin(PluginKind.DATA).options()).isEqualTo(Map.of("path", "/data"));
    assertThat(experiment.plugin(PluginKind.REFERENCE).options())
        .isEqualTo(Map.of("path", "/data"));
    assertThat(
            read(ExperimentFiles.MINIMAL, "dataset.path=/data").plugin(PluginKind.DATA).options())
        .isEmpty();
  }

  @Test
  void aPathOfItsOwnGoesFirst() throws IOException {
    String text =
        ExperimentFiles.MINIMAL.replace("data: digits", "data: {name: files, path: mine}");
    Experiment experiment = read(text, "reference=files", "dataset.path=/data");
    assertThat(experiment.plugin(PluginKind.DATA).options()).isEqualTo(Map.of("path", "mine"));
    assertThat(experiment.plugin(PluginKind.REFERENCE).options())
        .isEqualTo(Map.of("path", "/data"));
  }

  @Test
  void readsOptionsAsTheirTypes() throws IOException {
    Experiment experiment =
        read(
            ExperimentFiles.MINIMAL,
            "algorithm={name: distributed-distillation, flag: false, count: 5, large: 6,"
                + " rate: 2, exact: 1e-3, sizes: [1, 2], mode: fast}");
    assertThat(experiment.plugin(PluginKind.ALGORITHM).options())
        .isEqualTo(
            Map.of(
                "flag",
                false,
                "count",
                5,
                "large",
                6L,
                "rate",
                2f,
                "exact",
                1e-3,
                "sizes",
                List.of(1, 2),
                "mode",
                "fast"));
  }

  @Test
  void anotherNameDropsTheOptionsOfTheFormerPlugin() throws IOException {
    String file =
        ExperimentFiles.MINIMAL + "algorithm: {name: distributed-distillation, rate: 2}\n";
    assertThat(read(file, "algorithm.name=local-only").plugin(PluginKind.ALGORITHM).options())
        .isEmpty();
    assertThat(
            read(file, "algorithm.name=distributed-distillation")
                .plugin(PluginKind.ALGORITHM)
                .options())
        .containsEntry("rate", 2f);
    assertThat(
            read(file, "topology.edges=['1-2']", "topology.name=edges")
                .plugin(PluginKind.TOPOLOGY)
                .options())
        .isEqualTo(Map.of("edges", List.of("1-2")));
  }

  @Test
  void optionsAloneAreThoseOfTheDefaultPlugin() throws IOException {
    Experiment experiment = read(ExperimentFiles.MINIMAL, "algorithm.rate=2");
    assertThat(experiment.plugin(PluginKind.ALGORITHM).name())
        .isEqualTo("distributed-distillation");
    assertThat(experiment.plugin(PluginKind.ALGORITHM).options()).containsEntry("rate", 2f);
  }

  @Test
  void settingsReachIntoListsAndShorthands() throws IOException {
    Experiment experiment =
        read(
            ExperimentFiles.MINIMAL,
            "devices.0.count=3",
            "devices.0.architecture.count=9",
            "name=other");
    assertThat(experiment.devices()).hasSize(3);
    assertThat(experiment.devices().get(2).architecture().options()).containsEntry("count", 9);
    assertThat(experiment.name()).isEqualTo("other");
  }

  @Test
  void theBaselineIsTheSameWithAnotherAlgorithm() throws IOException {
    Experiment experiment = read(ExperimentFiles.MINIMAL);
    Experiment baseline = experiment.baseline().orElseThrow();
    assertThat(baseline.plugin(PluginKind.ALGORITHM).name()).isEqualTo("local-only");
    assertThat(baseline.devices()).isEqualTo(experiment.devices());
    assertThat(baseline.seed()).isEqualTo(experiment.seed());
    assertThat(baseline.rounds()).isEqualTo(experiment.rounds());
    assertThat(read(ExperimentFiles.MINIMAL, "baseline=none").baseline()).isEmpty();
    assertThat(
            read(ExperimentFiles.MINIMAL, "baseline={name: distributed-distillation, rate: 0}")
                .baseline()
                .orElseThrow()
                .plugin(PluginKind.ALGORITHM)
                .options())
        .containsEntry("rate", 0f);
    assertThat(read(ExperimentFiles.MINIMAL, "algorithm.name=local-only").baseline()).isEmpty();
  }

  private Experiment read(String yaml, String... settings) throws IOException {
    return files.read(yaml, settings);
  }
}
