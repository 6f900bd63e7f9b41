package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunRestored;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.topology.Edge;

class RunRecorderTest {
  private static final RunStarted START =
      new RunStarted(
          "tiny",
          7,
          4,
          Map.of(),
          List.of(
              new DeviceDescription("a", "mlp", 10, 5), new DeviceDescription("b", "cnn", 20, 6)),
          List.of(new Edge(0, 1)));

  private final List<Evaluation> seen = new ArrayList<>();
  private long now;
  private final RunRecorder recorder = new RunRecorder(SwappedRun.STARTED, () -> now, seen::add);

  @Test
  void trafficIsCountedFromTheStartOfTheRun() {
    run();
    Evaluation end = recorder.record().last();
    assertThat(end.devices().get(0).sent()).isEqualTo(new Traffic(40, 80));
    assertThat(end.devices().get(0).received()).isEqualTo(new Traffic(4, 8));
    assertThat(end.devices().get(1).sent()).isEqualTo(new Traffic(4, 8));
    assertThat(seen.get(1).devices().get(0).sent()).isEqualTo(new Traffic(20, 40));
  }

  @Test
  void lossesAreAveragedSinceTheEvaluationBefore() {
    run();
    assertThat(seen.get(0).devices().get(0).localLoss()).isNaN();
    assertThat(seen.get(1).devices().get(0).localLoss()).isEqualTo(0.5);
    assertThat(seen.get(2).devices().get(0).localLoss()).isEqualTo(2.5);
  }

  @Test
  void roundsWithoutADistillationLossDoNotCount() {
    run();
    assertThat(seen.get(1).devices().get(0).distillationLoss()).isEqualTo(10);
    assertThat(seen.get(2).devices().get(0).distillationLoss()).isEqualTo(25);
  }

  @Test
  void evaluationsAreHandedOnAsTheyHappenAndKept() {
    run();
    assertThat(seen).extracting(Evaluation::round).containsExactly(0L, 2L, 4L);
    assertThat(recorder.record().evaluations()).isEqualTo(seen);
    DeviceMetrics last = seen.get(2).devices().get(1);
    assertThat(last.device()).isEqualTo("b");
    assertThat(last.architecture()).isEqualTo("cnn");
    assertThat(last.testAccuracy()).isEqualTo(0.44);
    assertThat(last.disagreement()).isEqualTo(0.1);
    assertThat(last.trackingError()).isEqualTo(0.2);
    assertThat(last.stationarity()).isNaN();
  }

  @Test
  void timeIsThatBetweenTheFirstEventAndTheLatest() {
    now = 1_000_000_000;
    recorder.on(START);
    now = 3_500_000_000L;
    recorder.on(evaluated(0));
    now = 9_000_000_000L;
    assertThat(recorder.record().wallSeconds()).isEqualTo(2.5);
  }

  @Test
  void aRunThatStoppedHasTheRoundsThatItCompleted() {
    recorder.on(START);
    recorder.on(evaluated(0));
    recorder.on(completed(0));
    assertThat(recorder.record().rounds()).isEqualTo(1);
  }

  @Test
  void meansLeaveOutDevicesThatLackTheFigure() {
    run();
    assertThat(seen.get(2).mean(DeviceFigure.TEST_ACCURACY)).isEqualTo(0.54);
    assertThat(seen.get(2).mean(DeviceFigure.STATIONARITY)).isEqualTo(3);
    assertThat(seen.get(2).min(DeviceFigure.TEST_ACCURACY)).isEqualTo(0.44);
    assertThat(seen.get(0).mean(DeviceFigure.LOCAL_LOSS)).isNaN();
  }

  @Test
  void aRecorderHearsOfOneRunFromItsStart() {
    assertThatIllegalStateException().isThrownBy(() -> recorder.on(completed(0)));
    recorder.on(START);
    assertThatIllegalStateException().isThrownBy(() -> recorder.on(START));
    assertThatIllegalStateException().isThrownBy(recorder::record);
  }

  @Test
  void noRoundIsMissingOrComesTwice() {
    recorder.on(START);
    recorder.on(completed(0));
    assertThatIllegalStateException()
        .isThrownBy(() -> recorder.on(completed(0)))
        .withMessage("1 rounds of the run are known, and round 0 comes");
    assertThatIllegalStateException().isThrownBy(() -> recorder.on(completed(2)));
    assertThatIllegalStateException().isThrownBy(() -> recorder.on(new RunRestored(2)));
  }

  @Test
  void whatWasSavedOtherwiseIsRefused() {
    byte[] newer = {0, 0, 0, 6, 0, 0, 0, 0};
    assertThatIOException()
        .isThrownBy(() -> recorder.restore(in(newer)))
        .withMessage("a record of a run in version 2 to 5 belongs here, not in version 6");
    byte[] rubbish = {0, 0, 0, 2, 0, 0, 0, 1, 7};
    assertThatIOException().isThrownBy(() -> recorder.restore(in(rubbish)));
    byte[] negative = {0, 0, 0, 2, -1, 0, 0, 0};
    assertThatIOException().isThrownBy(() -> recorder.restore(in(negative)));
  }

  @Test
  void whatVersion2SavedIsReadWithoutMixingAndClasses() throws IOException {
    run();
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    recorder.save(new DataOutputStream(saved));
    RunRecorder restored = new RunRecorder(SwappedRun.STARTED, () -> now);
    restored.restore(in(asVersion2(saved.toByteArray())));
    assertThat(restored.record().network()).isEqualTo(NetworkDescription.of(START));
    assertThat(restored.record().evaluations()).isEqualTo(seen);
  }

  @Test
  void onlyAFreshRecorderIsRestored() {
    recorder.on(START);
    assertThatIllegalStateException().isThrownBy(() -> recorder.restore(in(new byte[8])));
    RunRecorder fresh = new RunRecorder(SwappedRun.STARTED, () -> now);
    assertThatIllegalStateException()
        .isThrownBy(() -> fresh.save(new DataOutputStream(OutputStream.nullOutputStream())));
  }

  /** Takes out what version 2 did not have. */
  private static byte[] asVersion2(byte[] saved) throws IOException {
    byte[] packed = Arrays.copyOfRange(saved, 8, saved.length);
    byte[] json = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    String text =
        new String(json, StandardCharsets.UTF_8)
            .replace(",\"mixing\":{\"timeVarying\":false,\"spectralGap\":\"NaN\"}", "")
            .replace(",\"classCounts\":[]", "")
            .replace(",\"wireBytes\":0", "")
            .replace(",\"part\":[]", "");
    assertThat(text).doesNotContain("mixing", "classCounts", "wireBytes", "\"part\"");
    ByteArrayOutputStream repacked = new ByteArrayOutputStream();
    try (OutputStream packing = new GZIPOutputStream(repacked)) {
      packing.write(text.getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream older = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(older);
    out.writeInt(2);
    out.writeInt(repacked.size());
    out.write(repacked.toByteArray());
    return older.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  private void run() {
    recorder.on(START);
    recorder.on(evaluated(0));
    for (int round = 0; round < 4; round++) {
      recorder.on(completed(round));
      if (round % 2 == 1) {
        recorder.on(evaluated(round + 1));
      }
    }
    recorder.on(new RunCompleted(4));
  }

  private static RoundCompleted completed(long round) {
    double distillation = round == 0 ? Double.NaN : 10 * round;
    return new RoundCompleted(
        round,
        List.of(
            new DeviceRound("a", round, distillation, new Traffic(10, 20), new Traffic(1, 2)),
            new DeviceRound("b", 1, 1, new Traffic(1, 2), new Traffic(10, 20))));
  }

  private static RoundEvaluated evaluated(long round) {
    double accuracy = round / 10.0;
    return new RoundEvaluated(
        round,
        List.of(
            new DeviceEvaluation("a", accuracy + 0.24, 0.1, 0.2, 3),
            new DeviceEvaluation("b", accuracy + 0.04, 0.1, 0.2, Double.NaN)));
  }
}
