package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.Change;
import org.limbeck.api.event.PrivacyGuarantee;
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
                  Double.NaN,
                  "",
                  PrivacyGuarantee.NONE)),
          List.of());
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
                  new Traffic(1, 2, 7),
                  new Traffic(3, 4),
                  5e-9,
                  0.25,
                  2,
                  "",
                  PrivacyGuarantee.NONE)),
          List.of(
              new DatedChange(4, new Change("topology", "ring", "star {hub: 1}", List.of())),
              new DatedChange(
                  7, new Change("architecture", "mlp", "cnn", List.of("b, the \"second\""))),
              new DatedChange(7, new Change("leave", "mlp", "", List.of("a")))));

  @TempDir Path place;

  @Test
  void aRowPerDeviceAndEvaluation() throws IOException {
    try (RunFolder folder = RunFolder.create(place.resolve("run"))) {
      try (MetricsWriter metrics = new MetricsWriter(folder)) {
        metrics.accept(FIRST);
        metrics.accept(SECOND);
      }
      assertThat(metrics())
          .isEqualTo(
              """
              round,device,architecture,testAccuracy,localLoss,distillationLoss,\
              payloadBytesSent,payloadBytesReceived,frameBytesSent,frameBytesReceived,wireBytesSent,\
              disagreement,trackingError,stationarity,adversary,changes
              0,a,mlp,0.125,,,0,0,0,0,,0.5,,,,
              10,"b, the ""second\""",cnn,0.5,1.5,1.0E-4,1,3,2,4,7,5.0E-9,0.25,2.0,,\
              4 topology: ring -> star {hub: 1}; 7 architecture: mlp -> cnn
              10,a,,,,,,,,,,,,,,4 topology: ring -> star {hub: 1}; 7 leave: mlp
              """);
    }
  }

  @Test
  void rowsCanBeReadWhileTheRunGoesOn() throws IOException {
    try (RunFolder folder = RunFolder.create(place.resolve("run"));
        MetricsWriter metrics = new MetricsWriter(folder)) {
      metrics.accept(FIRST);
      assertThat(metrics()).contains("0,a,mlp,0.125");
    }
  }

  @Test
  void beginsAnewWhenARunGoesOn() throws IOException {
    try (RunFolder folder = RunFolder.create(place.resolve("run"))) {
      for (int attempt = 0; attempt < 2; attempt++) {
        try (MetricsWriter metrics = new MetricsWriter(folder)) {
          metrics.accept(FIRST);
        }
      }
      new MetricsWriter(folder).close();
      assertThat(metrics().lines()).hasSize(2);
    }
  }

  private String metrics() throws IOException {
    return Files.readString(place.resolve("run/metrics.csv"));
  }
}
