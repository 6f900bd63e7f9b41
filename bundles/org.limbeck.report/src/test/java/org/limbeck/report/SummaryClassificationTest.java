package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.PrivacyGuarantee;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.event.TestClassification;

class SummaryClassificationTest {
  private static final TestClassification A =
      new TestClassification(3, List.of(3, 1, 0, 0, 4, 0, 0, 0, 0), 0.25);
  private static final TestClassification B =
      new TestClassification(3, List.of(2, 2, 0, 1, 3, 0, 0, 0, 0), 0.125);
  private static final TestClassification LIES =
      new TestClassification(3, List.of(0, 4, 0, 4, 0, 0, 0, 0, 0), 1);

  @Test
  void meansAreThoseOfTheHonestDevices() {
    Summary summary = summary(record(3, A, B, LIES).withClassNames(List.of("cat", "dog", "emu")));
    SummaryClassification mean = summary.classification();
    assertThat(mean.classNames()).containsExactly("cat", "dog", "emu");
    assertThat(mean.meanConfusion())
        .containsExactly(List.of(5 / 8.0, 3 / 8.0, 0.0), List.of(1 / 8.0, 7 / 8.0, 0.0), null);
    // cat: 6/7 and 4/7, dog: 8/9 and 6/9; nobody is asked for or says emu
    assertThat(mean.meanF1().get(0)).isCloseTo(5 / 7.0, within(1e-12));
    assertThat(mean.meanF1().get(1)).isCloseTo(7 / 9.0, within(1e-12));
    assertThat(mean.meanF1().get(2)).isNull();
    assertThat(mean.meanMacroF1()).isCloseTo((5 / 7.0 + 7 / 9.0) / 2, within(1e-12));
    assertThat(mean.meanCalibrationError()).isEqualTo(0.1875);
    DeviceClassification liar = summary.devices().get(2).classification();
    assertThat(liar.macroF1()).isZero();
    assertThat(liar.calibrationError()).isOne();
  }

  @Test
  void eachDeviceHasItsOwn() {
    DeviceClassification device = summary(record(0, A, B)).devices().get(0).classification();
    assertThat(device.confusion())
        .containsExactly(List.of(3, 1, 0), List.of(0, 4, 0), List.of(0, 0, 0));
    assertThat(device.f1()).containsExactly(6 / 7.0, 8 / 9.0, null);
    assertThat(device.macroF1()).isEqualTo((6 / 7.0 + 8 / 9.0) / 2);
    assertThat(device.calibrationError()).isEqualTo(0.25);
  }

  @Test
  void classesWithoutNamesHaveNumbers() {
    assertThat(summary(record(0, A)).classification().classNames()).containsExactly("0", "1", "2");
    RunRecord misnamed = record(0, A).withClassNames(List.of("cat", "dog"));
    assertThat(summary(misnamed).classification().classNames()).containsExactly("0", "1", "2");
  }

  @Test
  void whereNothingIsKnownNothingIsSaid() {
    Summary summary = summary(record(0, TestClassification.NONE));
    assertThat(summary.classification()).isEqualTo(SummaryClassification.NONE);
    assertThat(summary.devices().get(0).classification()).isEqualTo(DeviceClassification.NONE);
  }

  @Test
  void manyLargeMatricesAreLeftOutButNotTheirMean() {
    TestClassification large = new TestClassification(100, Collections.nCopies(10_000, 1), 0.5);
    TestClassification[] ten = Collections.nCopies(10, large).toArray(TestClassification[]::new);
    TestClassification[] eleven = Arrays.copyOf(ten, 11);
    eleven[10] = large;
    assertThat(summary(record(0, ten)).devices())
        .allSatisfy(device -> assertThat(device.classification().confusion()).hasSize(100));
    Summary many = summary(record(0, eleven));
    assertThat(many.devices())
        .allSatisfy(device -> assertThat(device.classification().confusion()).isNull())
        .allSatisfy(device -> assertThat(device.classification().f1()).hasSize(100));
    assertThat(many.classification().meanConfusion().get(99).get(0)).isEqualTo(0.01);
  }

  @Test
  void summaryJsonHasARowOnALineAndIsReadAgain(@TempDir Path folder) throws IOException {
    Summary summary = summary(record(0, A, B));
    assertThat(summary.toJson())
        .contains("[3, 1, 0],\n", "\"f1\": [0.8571428571428571, 0.8888888888888888, null],")
        .contains("[0.625, 0.375, 0.0],\n", "null\n  ],");
    Path file = Files.writeString(folder.resolve(Summary.FILE), summary.toJson());
    assertThat(Summary.read(file)).isEqualTo(summary);
  }

  @Test
  void onlyTheLastEvaluationKeepsThem() throws IOException {
    RunRecorder recorder = new RunRecorder(TinyRun.STARTED, () -> 0);
    recorder.on(started(0, 1));
    recorder.on(evaluated(0, A));
    recorder.on(evaluated(0, B));
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    recorder.save(new DataOutputStream(saved));
    RunRecorder restored = new RunRecorder(TinyRun.STARTED, () -> 0);
    restored.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
    restored.on(started(0, 1));
    for (RunRecord record : List.of(recorder.record(), restored.record())) {
      assertThat(record.evaluations())
          .extracting(evaluation -> evaluation.devices().get(0).classification())
          .containsExactly(TestClassification.NONE, B);
    }
    assertThat(restored.record()).isEqualTo(recorder.record());
  }

  private static Summary summary(RunRecord record) {
    return Summary.of(record, Optional.empty(), 1);
  }

  /** Records a run of devices of which the n-th lies; 0 for none. */
  private static RunRecord record(int liar, TestClassification... devices) {
    RunRecorder recorder = new RunRecorder(TinyRun.STARTED, () -> 0);
    recorder.on(started(liar, devices.length));
    recorder.on(evaluated(liar, devices));
    return recorder.record();
  }

  private static RunStarted started(int liar, int devices) {
    return new RunStarted(
        "tiny",
        7,
        40,
        Map.of(),
        IntStream.rangeClosed(1, devices)
            .mapToObj(
                n -> new DeviceDescription("d" + n, "mlp", 10, 5, n == liar ? "label-flip" : ""))
            .toList(),
        List.of());
  }

  private static RoundEvaluated evaluated(int liar, TestClassification... devices) {
    return new RoundEvaluated(
        0,
        IntStream.rangeClosed(1, devices.length)
            .mapToObj(
                n ->
                    new DeviceEvaluation(
                        "d" + n, 0.5, 0, 0, 0, n == liar, PrivacyGuarantee.NONE, devices[n - 1]))
            .toList());
  }
}
