package org.limbeck.report.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.DecisionsTaken;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunRestored;
import org.limbeck.report.DeviceFigure;
import org.limbeck.report.DeviceMetrics;
import org.limbeck.report.Evaluation;
import org.limbeck.report.MetricsWriter;
import org.limbeck.report.RunFolder;
import org.limbeck.report.RunRecord;
import org.limbeck.report.RunRecorder;
import org.limbeck.report.Summary;
import org.limbeck.report.page.Report;

/** A run of one process, and the same run split. */
class RunPartsTest {
  private static final Instant STARTED = Instant.parse("2025-03-01T09:30:00.123456Z");
  private static final List<String> LEFT = List.of("device-1", "device-4", "device-5");
  private static final List<String> RIGHT = List.of("device-2", "device-3", "device-6");
  private static RecordedRun run;

  @TempDir Path place;

  @BeforeAll
  static void runOnce() {
    run = new RecordedRun();
  }

  @Test
  void joinedPartsAreTheRunOfOneProcess() throws IOException {
    Report whole = write("whole", run.whole());
    write("right", run.part(RIGHT));
    write("left", run.part(LEFT));

    Report joined = join("right", "left");

    assertThat(withoutTiming(joined.summary())).isEqualTo(withoutTiming(whole.summary()));
    assertThat(joined.summary().convergence().disagreement()).isNotNull();
    assertThat(joined.summary().convergence().trackingError()).isNotNull();
    assertThat(joined.together().evaluations()).isEqualTo(whole.together().evaluations());
    assertThat(joined.alone().orElseThrow().evaluations())
        .extracting(Evaluation::round)
        .containsExactly(0L, 5L, 10L, 12L);
    try (RunFolder folder = RunFolder.create(place.resolve("joined"))) {
      new JoinedRun(joined).writeTo(folder);
    }
    assertThat(place.resolve("joined/metrics.csv"))
        .hasSameTextualContentAs(place.resolve("whole/metrics.csv"));
    assertThat(page("joined")).isEqualTo(page("whole"));
    assertThat(place.resolve("joined/record.json")).exists();
  }

  @Test
  void timeIsThatOfTheLongestPart() throws IOException {
    write("left", run.part(LEFT), 2_000_000_000L);
    write("right", run.part(RIGHT), 1_000_000_000L);
    Summary joined = join("left", "right").summary();
    Summary longest = Summary.read(place.resolve("left/summary.json"));
    assertThat(joined.timing().wallSeconds()).isEqualTo(longest.timing().wallSeconds());
    assertThat(joined.timing().evaluationSeconds()).isEqualTo(longest.timing().evaluationSeconds());
    assertThat(joined.timing().threads()).isEqualTo(4);
  }

  @Test
  void aPartKnowsOfItsDevicesOnly() throws IOException {
    write("whole", run.whole());
    Report part = write("left", run.part(LEFT));
    Summary summary = part.summary();
    assertThat(summary.part()).isEqualTo(LEFT);
    assertThat(summary.devices()).extracting(device -> device.profile().id()).isEqualTo(LEFT);
    assertThat(summary.devices())
        .allMatch(d -> d.accuracy().testAccuracy() != null && d.bytes().bytesSent() > 0);
    assertThat(summary.convergence().disagreement()).isNull();
    assertThat(summary.convergence().trackingError()).isNull();
    assertThat(summary.bytes().bytesSentTotal())
        .isEqualTo(
            summary.devices().stream().mapToLong(device -> device.bytes().bytesSent()).sum());
    assertThat(Summary.read(place.resolve("left/summary.json"))).isEqualTo(summary);
    assertThat(Files.readString(place.resolve("left/report.html")))
        .contains("This is a part of the run: 3 of 6 devices.", "<title>device-5")
        .doesNotContain("<title>device-2");
    assertThat(place.resolve("whole/record.json")).doesNotExist();
    assertThat(place.resolve("whole/decisions")).doesNotExist();
    assertThat(Files.readString(place.resolve("whole/report.html")))
        .doesNotContain("This is a part");
  }

  @Test
  void aPartThatWasCutShortAndWentOnIsTheSame() throws IOException {
    Report whole = write("whole", run.whole());
    write("right", run.part(RIGHT));
    List<RunEvent> events = run.part(LEFT);
    int cut = indexOf(events, e -> e instanceof RoundEvaluated r && r.round() == 5) + 1;
    int killed = indexOf(events, e -> e instanceof RoundEvaluated r && r.round() == 10) + 1;
    List<RunEvent> rest = new ArrayList<>(List.of(events.get(0), new RunRestored(5)));
    rest.addAll(events.subList(cut, events.size()));
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (RunFolder folder = RunFolder.create(place.resolve("left"))) {
      folder.write(RunFolder.EXPERIMENT_FILE, "seed: 3\n");
      DecisionsWriter decisions = new DecisionsWriter(folder);
      RunRecorder recorder = new RunRecorder(STARTED, () -> 0);
      for (RunEvent event : events.subList(0, killed)) {
        recorder.on(event);
        decisions.on(event);
        if (event == events.get(cut - 1)) {
          recorder.save(new DataOutputStream(saved));
        }
      }
      Files.write(folder.path().resolve(Decisions.file(10)), new byte[3]);
      RunRecorder restored = new RunRecorder(STARTED, () -> 0);
      restored.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
      for (RunEvent event : rest) {
        restored.on(event);
        decisions.on(event);
      }
      report(restored.record(), restored.record()).writeTo(folder);
    }
    assertThat(withoutTiming(join("left", "right").summary()))
        .isEqualTo(withoutTiming(whole.summary()));
  }

  @Test
  void ofPartsThatWereEvaluatedAtOtherRoundsTheLatestIsTaken() throws IOException {
    write("left", run.part(LEFT));
    write(
        "right",
        run.part(RIGHT).stream()
            .filter(e -> !(e instanceof DecisionsTaken taken && taken.round() == 5))
            .filter(e -> !(e instanceof RoundEvaluated evaluated && evaluated.round() == 5))
            .toList());
    List<Evaluation> whole = write("whole", run.whole()).together().evaluations();

    List<Evaluation> joined = join("left", "right").together().evaluations();

    assertThat(joined).extracting(Evaluation::round).containsExactly(0L, 5L, 10L, 12L);
    assertThat(accuracies(joined.get(1)))
        .containsExactly(
            whole.get(1).devices().get(0).testAccuracy(),
            whole.get(0).devices().get(1).testAccuracy(),
            whole.get(0).devices().get(2).testAccuracy(),
            whole.get(1).devices().get(3).testAccuracy(),
            whole.get(1).devices().get(4).testAccuracy(),
            whole.get(0).devices().get(5).testAccuracy());
    assertThat(joined.get(1).devices().get(0).disagreement())
        .isFinite()
        .isNotEqualTo(whole.get(1).devices().get(0).disagreement());
    assertThat(joined.get(3).mean(DeviceFigure.DISAGREEMENT))
        .isEqualTo(whole.get(3).mean(DeviceFigure.DISAGREEMENT));
  }

  @Test
  void allDevicesAreThereOnce() throws IOException {
    write("left", run.part(LEFT));
    write("more", run.part(List.of("device-2", "device-5")));
    refused("device-2, device-3, device-6: in none of the parts", "left");
    write("other", run.part(List.of("device-2")));
    refused("device-3, device-6: in none of the parts", "left", "other");
    refused("device-5 is in", "left", "more");
  }

  @Test
  void whatIsNoPartIsRefused() throws IOException {
    write("left", run.part(LEFT));
    write("right", run.part(RIGHT));
    write("whole", run.whole());
    refused("whole: is a run of all its devices in one process", "whole");
    Files.delete(place.resolve("right/decisions/10.bin"));
    refused("right/decisions/10.bin is missing", "left", "right");
    Files.write(place.resolve("right/decisions/10.bin"), new byte[] {1, 2, 3, 4, 5});
    refused("right/decisions/10.bin holds no decisions", "left", "right");
    Files.writeString(place.resolve("right/record.json"), "{\"together\": 7}");
    refused("right/record.json is no record of a run", "left", "right");
    Files.delete(place.resolve("right/summary.json"));
    refused("right: this run has not ended; go on with: limbeck resume ", "left", "right");
  }

  private void refused(String message, String... folders) {
    assertThatExceptionOfType(PartsException.class)
        .isThrownBy(() -> join(folders))
        .withMessageContaining(message);
  }

  private Report write(String name, List<RunEvent> events) throws IOException {
    return write(name, events, 1);
  }

  private Report write(String name, List<RunEvent> events, long tick) throws IOException {
    long[] now = {0};
    try (RunFolder folder = RunFolder.create(place.resolve(name));
        MetricsWriter metrics = new MetricsWriter(folder)) {
      folder.write(RunFolder.EXPERIMENT_FILE, "seed: 3\n");
      RunRecorder alone = new RunRecorder(STARTED, () -> now[0] += tick);
      RunRecorder together = new RunRecorder(STARTED, () -> now[0] += tick, metrics);
      DecisionsWriter decisions = new DecisionsWriter(folder);
      for (RunEvent event : events) {
        alone.on(event);
        together.on(event);
        decisions.on(event);
      }
      Report report = report(together.record(), alone.record());
      report.writeTo(folder);
      return report;
    }
  }

  private static Report report(RunRecord together, RunRecord alone) {
    Summary summary = Summary.of(together, Optional.of(alone), 2);
    return new Report(
        summary, together, Optional.of(alone), "", "seed: 3\n", Map.of("Limbeck", "1"));
  }

  private Report join(String... folders) throws IOException {
    List<RunPart> parts = new ArrayList<>();
    for (String folder : folders) {
      parts.add(RunPart.read(place.resolve(folder)));
    }
    return RunParts.of(parts).join("", "seed: 3\n");
  }

  private String page(String folder) throws IOException {
    return Files.readString(place.resolve(folder).resolve(Report.PAGE_FILE))
        .replaceAll("\\d[^<]*\u00a0s<", "SECONDS<")
        .replaceAll("(?s)<dt>Threads</dt><dd>\\d+", "THREADS");
  }

  private static List<Double> accuracies(Evaluation evaluation) {
    return evaluation.devices().stream().map(DeviceMetrics::testAccuracy).toList();
  }

  private static String withoutTiming(Summary summary) {
    return summary.toJson().replaceFirst("(?s)\"timing\".*", "");
  }

  private static int indexOf(List<RunEvent> events, Predicate<RunEvent> wanted) {
    return events.indexOf(events.stream().filter(wanted).findFirst().orElseThrow());
  }
}
