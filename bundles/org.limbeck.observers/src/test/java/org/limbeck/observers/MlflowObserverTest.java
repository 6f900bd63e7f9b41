package org.limbeck.observers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.RunRestored;
import org.limbeck.api.observer.ObservedRun;
import org.limbeck.api.observer.OpenObserver;

class MlflowObserverTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(1_500_000_000_250L), ZoneOffset.UTC);
  private static final Map<String, String> VALUES =
      Map.of("name", "it's", "rounds", "6", "algorithm.regularization", "3.0");
  private static final String ID = "\\d{18}";

  @TempDir Path folder;

  @Test
  void thePlugInWritesIntoItsFolder() throws IOException {
    Path mlruns = folder.resolve("mlruns");
    ObservedRun run = new ObservedRun(folder.resolve("sample-1"), VALUES);
    try (OpenObserver observer = new Mlflow(mlruns.toString(), 2).open(run)) {
      SampleEvents.run().forEach(observer::on);
    }
    try (Stream<Path> experiments = Files.list(mlruns)) {
      assertThat(experiments)
          .singleElement()
          .satisfies(id -> assertThat(id.getFileName().toString()).matches(ID));
    }
    assertThatThrownBy(() -> new Mlflow("", 2)).hasMessageStartingWith("folder is the path");
    assertThatThrownBy(() -> new Mlflow("a", 257)).hasMessage("devices is 0 to 256, not 257");
  }

  @Test
  void everyEvaluationIsALineOfEachMetric() throws IOException {
    MlflowStore store = store("mlruns");
    try (MlflowObserver observer = open(store)) {
      SampleEvents.run().forEach(observer::on);
    }
    assertThat(store.run().resolve("metrics/bytes/payload"))
        .hasContent(
            """
            1500000000250 0.0 0
            1500000000250 603.0 2
            1500000000250 1218.0 4
            1500000000250 1845.0 6
            """);
    assertThat(Files.readAllLines(store.run().resolve("metrics/loss/local"))).hasSize(3);
    assertThat(store.run().resolve("metrics/device-accuracy/b")).exists();
    assertThat(store.run().resolve("params/algorithm.regularization")).hasContent("3.0");
    assertThat(store.run().resolve("tags/mlflow.runName")).hasContent("sample-1");
  }

  @Test
  void theExperimentAndTheRunAreDescribed() throws IOException {
    MlflowStore store = store("mlruns");
    try (MlflowObserver observer = open(store)) {
      observer.on(SampleEvents.START);
      assertThat(store.run().resolve("meta.yaml"))
          .content()
          .contains("status: 1\n", "end_time: null\n");
      SampleEvents.run().stream().skip(1).forEach(observer::on);
    }
    assertThat(store.run().resolve("meta.yaml"))
        .content()
        .contains(
            "status: 3\n",
            "end_time: 1500000000250\n",
            "run_id: '" + store.run().getFileName() + "'\n",
            "run_name: 'sample-1'\n",
            "artifact_uri: '"
                + store.run().resolve("artifacts").toUri().toString().replaceFirst("/$", ""));
    assertThat(store.run().resolveSibling("meta.yaml"))
        .content()
        .contains("name: 'it''s'\n", "experiment_id: '" + store.run().getParent().getFileName());
  }

  @Test
  void aRunThatIsCutShortIsMarkedAndOneThatGoesOnNeitherRepeatsNorLosesARound() throws IOException {
    MlflowStore whole = store("whole");
    try (MlflowObserver observer = open(whole)) {
      SampleEvents.run().forEach(observer::on);
    }
    MlflowStore store = store("mlruns");
    ByteArrayOutputStream checkpoint = new ByteArrayOutputStream();
    try (MlflowObserver cutShort = open(store)) {
      cutShort.on(SampleEvents.START);
      cutShort.on(SampleEvents.evaluation(0, 0.1, 0.2));
      SampleEvents.rounds(0, 3).forEach(cutShort::on);
      cutShort.save(new DataOutputStream(checkpoint));
      SampleEvents.rounds(3, 5).forEach(cutShort::on);
    }
    assertThat(store.run().resolve("meta.yaml")).content().contains("status: 5\n");
    try (MlflowObserver resumed = open(store)) {
      resumed.restore(new DataInputStream(new ByteArrayInputStream(checkpoint.toByteArray())));
      resumed.on(SampleEvents.START);
      resumed.on(new RunRestored(3));
      SampleEvents.rounds(3, 6).forEach(resumed::on);
    }
    assertThat(metrics(store)).isEqualTo(metrics(whole)).isNotEmpty();
  }

  @Test
  void aRunThatBeginsAnewLeavesNothingOfTheOneBefore() throws IOException {
    MlflowStore store = store("mlruns");
    for (int n = 0; n < 2; n++) {
      try (MlflowObserver observer = open(store)) {
        observer.on(SampleEvents.START);
        SampleEvents.rounds(0, 2).forEach(observer::on);
      }
    }
    assertThat(Files.readAllLines(store.run().resolve("metrics/loss/local"))).hasSize(1);
  }

  @Test
  void aStoreThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (MlflowObserver observer = open(store("file"))) {
      assertThatThrownBy(() -> observer.on(SampleEvents.START))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(file.toString());
    }
  }

  private MlflowStore store(String name) {
    return new MlflowStore(folder.resolve(name), "it's", folder.resolve("sample-1"));
  }

  private static MlflowObserver open(MlflowStore store) {
    return new MlflowObserver(store, VALUES, new RunFigures(3), CLOCK);
  }

  private static Map<String, List<String>> metrics(MlflowStore store) throws IOException {
    Path folder = store.run().resolve("metrics");
    Map<String, List<String>> metrics = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        metrics.put(folder.relativize(file).toString(), Files.readAllLines(file));
      }
    }
    return metrics;
  }
}
