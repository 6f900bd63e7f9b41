package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.Mixing;
import org.limbeck.api.event.PrivacyGuarantee;
import org.limbeck.api.event.Traffic;

class SummaryTest {
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
    RunRecord run = TinyRun.record(0.75, 0.5, 0.25);
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
            TinyRun.STARTED,
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
    RunRecord run = TinyRun.record(0.75, 0.5, 0.25);
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
            TinyRun.STARTED,
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
}
