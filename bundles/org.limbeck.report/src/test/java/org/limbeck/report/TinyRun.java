package org.limbeck.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.Mixing;
import org.limbeck.api.event.PrivacyGuarantee;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.topology.Edge;

/** A run of two devices, evaluated once. */
final class TinyRun {
  static final Instant STARTED = Instant.parse("2025-03-01T09:30:00.123456Z");

  private TinyRun() {}

  static RunRecord record(double accuracyOfA, double accuracyOfB, double stationarityOfB) {
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
