package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.Mixing;
import org.limbeck.api.event.PrivacyGuarantee;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.topology.Edge;

class SummaryTest {
  private static final Instant STARTED = Instant.parse("2025-03-01T09:30:00.123456Z");

  @Test
  void jsonHasTheFieldsOfTheContractInTheirOrder() {
    Summary summary = Summary.of(run(0.75, 0.875, 0.25), Optional.of(run(0.5, 0.25, 0.25)), 2);
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
    Summary summary = Summary.of(run(0.75, Double.NaN, Double.NaN), Optional.empty(), 1);
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
    RunRecord run = run(0.75, 0.5, 0.25);
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
            STARTED.plusSeconds(60),
            99,
            List.of());
    Summary one = Summary.of(run, Optional.of(run), 1);
    Summary other = Summary.of(slower, Optional.of(slower), 2);
    assertThat(withoutTiming(one)).isEqualTo(withoutTiming(other));
    assertThat(one.toJson()).isNotEqualTo(other.toJson());
  }

  @Test
  void swapsAreToldWithTheirDipAndRecovery() throws IOException {
    JsonNode summary = JsonMapper.builder().build().readTree(swapped().toJson());
    assertThat(summary.get("topology").textValue()).isEqualTo("small-world");
    assertThat(summary.get("codec").textValue()).isEqualTo("int4");
    assertThat(summary.get("swaps")).hasSize(4);
    assertThat(summary.get("timing").get("swapSeconds")).hasSize(4);
    assertThat(summary.get("swaps").get(1))
        .hasToString(
            "{\"round\":260,\"by\":\"shell\",\"changes\":[{\"kind\":\"architecture\","
                + "\"from\":\"softmax\",\"to\":\"tree {depth: 4}\","
                + "\"devices\":[\"device-2\",\"device-5\",\"device-8\"]}],"
                + "\"accuracyBefore\":0.8,\"accuracyAfter\":0.5,\"recoveredAtRound\":325}");
    assertThat(summary.get("swaps").get(0).get("accuracyBefore").isNull()).isTrue();
    assertThat(summary.get("swaps").get(0).get("recoveredAtRound").isNull()).isTrue();
  }

  @Test
  void devicesThatLeftAreToldApart() {
    Summary summary = swapped();
    assertThat(summary.devices())
        .extracting(device -> device.profile().id())
        .hasSize(8)
        .contains("device-9")
        .doesNotContain("device-3");
    assertThat(summary.departed())
        .containsExactly(
            new DepartedDevice(
                "device-3", "mlp", 650, 43, 400, 1_024_000, 1_024_000, 1_080_000, 1_080_000, null));
    assertThat(summary.bytes().bytesSentTotal()).isEqualTo(2560L * 8 * SwappedRun.ROUNDS);
    assertThat(summary.bytes().frameBytesSentTotal()).isEqualTo(2700L * 8 * SwappedRun.ROUNDS);
    assertThat(summary.bytes().bytesSentPerDevice()).isEqualTo(2560L * (7 * 600 + 200) / 8);
  }

  @Test
  void nothingIsKnownOfADeviceThatJoinedAfterTheLastEvaluation() {
    RunRecord run = run(0.75, 0.5, 0.25);
    NetworkDescription end =
        new NetworkDescription(
            Map.of(), List.of(new DeviceDescription("c", "mlp", 1, 2)), List.of(), Mixing.UNKNOWN);
    RunRecord grown =
        new RunRecord(
            run.start(),
            end,
            run.evaluations(),
            List.of(1.0),
            List.of(),
            List.of(),
            List.of(),
            40,
            STARTED,
            1,
            List.of());
    Summary summary = Summary.of(grown, Optional.empty(), 1);
    assertThat(summary.devices())
        .singleElement()
        .extracting(device -> device.profile().id())
        .isEqualTo("c");
    assertThat(summary.accuracy().meanTestAccuracy()).isNull();
  }

  @Test
  void whatWentOverAWireIsToldApart() throws IOException {
    SampleRun run = SampleRun.overWire();
    Summary summary = run.report().summary();
    assertThat(summary.bytes().wireBytesSentPerDevice()).isEqualTo(1400L * SampleRun.ROUNDS);
    assertThat(summary.bytes().wireBytesSentTotal()).isEqualTo(8 * 1400L * SampleRun.ROUNDS);
    assertThat(summary.devices().get(0).bytes().wireBytesSent())
        .isEqualTo(1400L * SampleRun.ROUNDS);
    assertThat(summary.bytes().frameBytesSentTotal()).isEqualTo(8 * 2 * 1348L * SampleRun.ROUNDS);
  }

  @Test
  void meansAreThoseOfTheHonest() {
    RunRecord run = run(0.75, 0.5, 0.25);
    DeviceDescription liar = new DeviceDescription("b", "cnn", 20, 6, "label-flip");
    NetworkDescription end =
        new NetworkDescription(
            run.network().plugins(),
            List.of(run.network().devices().get(0), liar),
            List.of(),
            Mixing.UNKNOWN);
    DeviceMetrics honest = run.last().devices().get(0);
    DeviceMetrics lying =
        new DeviceMetrics(
            "b",
            "cnn",
            0.5,
            1,
            2,
            Traffic.NONE,
            Traffic.NONE,
            9,
            9,
            9,
            "label-flip",
            new PrivacyGuarantee(2.5, 1e-5));
    RunRecord attacked =
        new RunRecord(
            run.start(),
            end,
            List.of(new Evaluation(40, List.of(honest, lying), List.of())),
            List.of(1.0),
            List.of(),
            List.of(),
            List.of(),
            40,
            STARTED,
            1,
            List.of());
    Summary summary = Summary.of(attacked, Optional.empty(), 1);
    assertThat(summary.accuracy().meanTestAccuracy()).isEqualTo(0.75);
    assertThat(summary.accuracy().minTestAccuracy()).isEqualTo(0.75);
    assertThat(summary.convergence().disagreement()).isEqualTo(0.25);
    assertThat(summary.devices())
        .extracting(device -> device.profile().adversary())
        .containsExactly(null, "label-flip");
    assertThat(summary.toJson()).contains("\"adversary\": \"label-flip\"");
    assertThat(summary.devices())
        .extracting(device -> device.privacy().epsilon())
        .containsExactly(null, 2.5);
    assertThat(summary.devices())
        .extracting(device -> device.privacy().delta())
        .containsExactly(null, 1e-5);
  }

  private static Summary swapped() {
    return Summary.of(SwappedRun.record(25), Optional.empty(), 1);
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
                "weighting", "uniform",
                "codec", "float32"),
            List.of(
                new DeviceDescription("a", "mlp", 10, 5), new DeviceDescription("b", "cnn", 20, 6)),
            List.of(new Edge(0, 1)),
            new Mixing(false, 0.5));
    Traffic more = new Traffic(100, 120);
    Traffic less = new Traffic(33, 43);
    List<DeviceMetrics> devices =
        List.of(
            new DeviceMetrics(
                "a",
                "mlp",
                accuracyOfA,
                1,
                2,
                more,
                less,
                0.25,
                0.125,
                0.5,
                "",
                PrivacyGuarantee.NONE),
            new DeviceMetrics(
                "b",
                "cnn",
                accuracyOfB,
                1,
                2,
                less,
                more,
                0.25,
                0.375,
                stationarityOfB,
                "",
                PrivacyGuarantee.NONE));
    return new RunRecord(
        start,
        NetworkDescription.of(start),
        List.of(new Evaluation(40, devices, List.of())),
        List.of(1.5),
        List.of(),
        List.of(),
        List.of(),
        40,
        STARTED,
        1.5,
        List.of());
  }
}
