package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {
  @Test
  void jsonHasTheFieldsOfTheContractInTheirOrder() {
    Summary summary =
        Summary.of(
            TinyRun.record(0.75, 0.875, 0.25), Optional.of(TinyRun.record(0.5, 0.25, 0.25)), 2);
    assertThat(summary.toJson())
        .isEqualTo(
            """
            {
              "experiment": "tiny",
              "seed": 7,
              "algorithm": "distributed-distillation",
              "topology": "ring",
              "aggregation": "tracking-mean",
              "weighting": "uniform",
              "codec": "float32",
              "spectralGap": 0.5,
              "rounds": 40,
              "part": null,
              "devices": [
                {
                  "id": "a",
                  "architecture": "mlp",
                  "parameters": 10,
                  "privateRows": 5,
                  "adversary": null,
                  "testAccuracy": 0.75,
                  "testAccuracyAlone": 0.5,
                  "macroF1": null,
                  "calibrationError": null,
                  "f1": null,
                  "confusion": null,
                  "bytesSent": 100,
                  "bytesReceived": 33,
                  "frameBytesSent": 120,
                  "frameBytesReceived": 43,
                  "wireBytesSent": null,
                  "refusedFrames": 0,
                  "disagreement": 0.25,
                  "trackingError": 0.125,
                  "stationarity": 0.5,
                  "epsilon": null,
                  "delta": null
                },
                {
                  "id": "b",
                  "architecture": "cnn",
                  "parameters": 20,
                  "privateRows": 6,
                  "adversary": null,
                  "testAccuracy": 0.875,
                  "testAccuracyAlone": 0.25,
                  "macroF1": null,
                  "calibrationError": null,
                  "f1": null,
                  "confusion": null,
                  "bytesSent": 33,
                  "bytesReceived": 100,
                  "frameBytesSent": 43,
                  "frameBytesReceived": 120,
                  "wireBytesSent": null,
                  "refusedFrames": 0,
                  "disagreement": 0.25,
                  "trackingError": 0.375,
                  "stationarity": 0.25,
                  "epsilon": null,
                  "delta": null
                }
              ],
              "departed": [],
              "meanTestAccuracy": 0.8125,
              "minTestAccuracy": 0.75,
              "meanTestAccuracyAlone": 0.375,
              "classNames": null,
              "meanMacroF1": null,
              "meanCalibrationError": null,
              "meanF1": null,
              "meanConfusion": null,
              "bytesSentPerDevice": 67,
              "frameBytesSentPerDevice": 82,
              "wireBytesSentPerDevice": null,
              "bytesSentTotal": 133,
              "frameBytesSentTotal": 163,
              "wireBytesSentTotal": null,
              "disagreement": 0.25,
              "trackingError": 0.25,
              "stationarity": 0.375,
              "swaps": [],
              "timing": {
                "wallSeconds": 1.5,
                "baselineWallSeconds": 1.5,
                "evaluationSeconds": [
                  1.5
                ],
                "swapSeconds": [],
                "startedAt": "2025-03-01T09:30:00Z",
                "threads": 2
              }
            }
            """);
  }

  @Test
  void figuresThatDoNotExistAreNull() {
    Summary summary = Summary.of(TinyRun.record(0.75, Double.NaN, Double.NaN), Optional.empty(), 1);
    assertThat(summary.devices().get(1).accuracy().testAccuracy()).isNull();
    assertThat(summary.devices().get(0).accuracy().testAccuracyAlone()).isNull();
    assertThat(summary.accuracy().meanTestAccuracyAlone()).isNull();
    assertThat(summary.accuracy().meanTestAccuracy()).isEqualTo(0.75);
    assertThat(summary.convergence().stationarity()).isEqualTo(0.5);
    assertThat(summary.timing().baselineWallSeconds()).isNull();
    assertThat(summary.toJson())
        .contains("\"testAccuracyAlone\": null", "\"stationarity\": null")
        .contains("\"baselineWallSeconds\": null")
        .doesNotContain("NaN");
  }

  @Test
  void onlyTheTimingDependsOnTheClock() {
    RunRecord run = TinyRun.record(0.75, 0.5, 0.25);
    RunRecord slower =
        new RunRecord(
            run.start(),
            run.network(),
            run.evaluations(),
            List.of(99.0),
            List.of(),
            List.of(),
            List.of(),
            run.rounds(),
            TinyRun.STARTED.plusSeconds(60),
            99,
            List.of());
    Summary one = Summary.of(run, Optional.of(run), 1);
    Summary other = Summary.of(slower, Optional.of(slower), 2);
    assertThat(withoutTiming(one)).isEqualTo(withoutTiming(other));
    assertThat(one.toJson()).isNotEqualTo(other.toJson());
  }

  private static String withoutTiming(Summary summary) {
    return summary.toJson().replaceFirst("(?s)\"timing\".*", "");
  }
}
