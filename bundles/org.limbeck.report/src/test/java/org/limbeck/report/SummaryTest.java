package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.topology.Edge;

class SummaryTest {
  private static final Instant STARTED = Instant.parse("2025-03-01T09:30:00.123456Z");

  @Test
  void jsonHasTheFieldsOfTheContractInTheirOrder() {
    Summary summary =
        Summary.of(run(0.75, 0.875, 0.25), Optional.of(run(0.5, 0.25, 0.25)), STARTED, 2);
    assertThat(summary.toJson())
        .isEqualTo(
            """
            {
              "experiment": "tiny",
              "seed": 7,
              "algorithm": "distributed-distillation",
              "topology": "ring",
              "aggregation": "tracking-mean",
              "codec": "float32",
              "rounds": 40,
              "devices": [
                {
                  "id": "a",
                  "architecture": "mlp",
                  "parameters": 10,
                  "privateRows": 5,
                  "testAccuracy": 0.75,
                  "testAccuracyAlone": 0.5,
                  "bytesSent": 100,
                  "bytesReceived": 33,
                  "frameBytesSent": 120,
                  "frameBytesReceived": 43,
                  "disagreement": 0.25,
                  "trackingError": 0.125,
                  "stationarity": 0.5
                },
                {
                  "id": "b",
                  "architecture": "cnn",
                  "parameters": 20,
                  "privateRows": 6,
                  "testAccuracy": 0.875,
                  "testAccuracyAlone": 0.25,
                  "bytesSent": 33,
                  "bytesReceived": 100,
                  "frameBytesSent": 43,
                  "frameBytesReceived": 120,
                  "disagreement": 0.25,
                  "trackingError": 0.375,
                  "stationarity": 0.25
                }
              ],
              "meanTestAccuracy": 0.8125,
              "minTestAccuracy": 0.75,
              "meanTestAccuracyAlone": 0.375,
              "bytesSentPerDevice": 67,
              "frameBytesSentPerDevice": 82,
              "disagreement": 0.25,
              "trackingError": 0.25,
              "stationarity": 0.375,
              "timing": {
                "wallSeconds": 1.5,
                "baselineWallSeconds": 1.5,
                "startedAt": "2025-03-01T09:30:00Z",
                "threads": 2
              }
            }
            """);
  }

  @Test
  void figuresThatDoNotExistAreNull() {
    Summary summary = Summary.of(run(0.75, Double.NaN, Double.NaN), Optional.empty(), STARTED, 1);
    assertThat(summary.devices().get(1).testAccuracy()).isNull();
    assertThat(summary.devices().get(0).testAccuracyAlone()).isNull();
    assertThat(summary.meanTestAccuracyAlone()).isNull();
    assertThat(summary.meanTestAccuracy()).isEqualTo(0.75);
    assertThat(summary.stationarity()).isEqualTo(0.5);
    assertThat(summary.timing().baselineWallSeconds()).isNull();
    assertThat(summary.toJson())
        .contains("\"testAccuracyAlone\": null", "\"stationarity\": null")
        .contains("\"baselineWallSeconds\": null")
        .doesNotContain("NaN");
  }

  @Test
  void onlyTheTimingDependsOnTheClock() {
    RunRecord run = run(0.75, 0.5, 0.25);
    RunRecord slower = new RunRecord(run.start(), run.evaluations(), run.rounds(), 99);
    Summary one = Summary.of(run, Optional.of(run), STARTED, 1);
    Summary other = Summary.of(slower, Optional.of(slower), STARTED.plusSeconds(60), 2);
    assertThat(withoutTiming(one)).isEqualTo(withoutTiming(other));
    assertThat(one.toJson()).isNotEqualTo(other.toJson());
  }

  private static String withoutTiming(Summary summary) {
    return summary.toJson().replaceFirst("(?s)\"timing\".*", "");
  }

  private static RunRecord run(double accuracyOfA, double accuracyOfB, double stationarityOfB) {
    RunStarted start =
        new RunStarted(
            "tiny",
            7,
            40,
            Map.of(
                "algorithm", "distributed-distillation",
                "topology", "ring",
                "aggregation", "tracking-mean",
                "codec", "float32"),
            List.of(
                new DeviceDescription("a", "mlp", 10, 5), new DeviceDescription("b", "cnn", 20, 6)),
            List.of(new Edge(0, 1)));
    Traffic more = new Traffic(100, 120);
    Traffic less = new Traffic(33, 43);
    List<DeviceMetrics> devices =
        List.of(
            new DeviceMetrics("a", "mlp", accuracyOfA, 1, 2, more, less, 0.25, 0.125, 0.5),
            new DeviceMetrics(
                "b", "cnn", accuracyOfB, 1, 2, less, more, 0.25, 0.375, stationarityOfB));
    return new RunRecord(start, List.of(new Evaluation(40, devices)), 40, 1.5);
  }
}
