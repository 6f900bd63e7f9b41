package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.Traffic;

class MetricsWriterTest {
  private static final Evaluation FIRST =
      new Evaluation(
          0,
          List.of(
              new DeviceMetrics(
                  "a",
                  "mlp",
                  0.125,
                  Double.NaN,
                  Double.NaN,
                  Traffic.NONE,
                  Traffic.NONE,
                  0.5,
                  Double.NaN,
                  Double.NaN)));
  private static final Evaluation SECOND =
      new Evaluation(
          10,
          List.of(
              new DeviceMetrics(
                  "b, the \"second\"",
                  "cnn",
                  0.5,
                  1.5,
                  0.0001,
                  new Traffic(1, 2),
                  new Traffic(3, 4),
                  5e-9,
                  0.25,
                  2)));

  @TempDir Path place;

  @Test
  void aRowPerDeviceAndEvaluation() throws IOException {
    try (RunFolder folder = RunFolder.create(place.resolve("run"))) {
      try (MetricsWriter metrics = MetricsWriter.open(folder)) {
        metrics.accept(FIRST);
        metrics.accept(SECOND);
      }
      folder.publish();
    }
    assertThat(place.resolve("run/metrics.csv"))
        .hasContent(
            """
            round,device,architecture,testAccuracy,localLoss,distillationLoss,\
            payloadBytesSent,payloadBytesReceived,frameBytesSent,frameBytesReceived,\
            disagreement,trackingError,stationarity
            0,a,mlp,0.125,,,0,0,0,0,0.5,,
            10,"b, the ""second\""",cnn,0.5,1.5,1.0E-4,1,3,2,4,5.0E-9,0.25,2.0
            """);
  }

  @Test
  void rowsCanBeReadWhileTheRunGoesOn() throws IOException {
    try (RunFolder folder = RunFolder.create(place.resolve("run"));
        MetricsWriter metrics = MetricsWriter.open(folder)) {
      metrics.accept(FIRST);
      assertThat(partialMetrics()).contains("0,a,mlp,0.125");
    }
  }

  @Test
  void aRunHasOneFileOfMetrics() throws IOException {
    try (RunFolder folder = RunFolder.create(place.resolve("run"));
        MetricsWriter metrics = MetricsWriter.open(folder)) {
      assertThat(metrics).isNotNull();
      assertThatIOException().isThrownBy(() -> MetricsWriter.open(folder));
    }
  }

  private String partialMetrics() throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      Path metrics = files.filter(f -> f.endsWith("metrics.csv")).findFirst().orElseThrow();
      return Files.readString(metrics);
    }
  }
}
