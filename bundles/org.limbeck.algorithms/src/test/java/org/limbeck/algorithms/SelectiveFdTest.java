package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.testkit.fixture.CloudRows;
import org.limbeck.testkit.fixture.FakeDevice;
import org.limbeck.testkit.fixture.FakeDevices;
import org.limbeck.testkit.fixture.Graphs;

/** Reference row i is of class i mod 3, and so are private rows. */
class SelectiveFdTest {
  private static final int ALL = FakeDevices.REFERENCE_ROWS;

  @Test
  void theFilterPassesTheClassesThatADeviceHas() {
    BitSet passed = new DensityFilter(0, 0.5f).select(device(1));
    assertThat(passed.stream().boxed())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row % 3).isEqualTo(1));
  }

  @Test
  void theHigherTheQuantileTheFewerPass() {
    BitSet few = new DensityFilter(1, 0.5f).select(device(1));
    BitSet many = new DensityFilter(0, 0.5f).select(device(1));
    assertThat(few.cardinality()).isLessThan(many.cardinality());
    many.and(few);
    assertThat(many).isEqualTo(few);
  }

  @Test
  void aDeviceWithoutRowsSpeaksOfNone() {
    FakeDevice device = device(0);
    LabelledRows none = new CloudRows(FakeDevices.SHAPE, FakeDevices.CLASSES, 0, 1);
    assertThat(new DensityFilter(0.5f, 1).select(device.withData(none)).isEmpty()).isTrue();
  }

  @Test
  void quantilesAreInterpolated() {
    double[] values = {4, 1, 3, 2};
    assertThat(DensityFilter.quantile(values, 0)).isEqualTo(1);
    assertThat(DensityFilter.quantile(values, 0.5)).isCloseTo(2.5, within(1e-12));
    assertThat(DensityFilter.quantile(values, 0.25)).isCloseTo(1.75, within(1e-12));
    assertThat(DensityFilter.quantile(values, 1)).isEqualTo(4);
    assertThat(DensityFilter.quantile(new double[] {7}, 0.3)).isEqualTo(7);
  }

  /** ‖z − e_argmax‖₁ of (0.6, 0.3, 0.1) is 0.4 + 0.3 + 0.1 = 0.8. */
  @ParameterizedTest
  @CsvSource({"2, true", "0.81, true", "0.79, false", "0, false"})
  void anAmbiguousMeanIsNoTarget(float ambiguity, boolean isTarget) {
    float[] values = {0.9f, 0.3f, 0.6f, 0.1f};
    KnowledgeSelection rule = new KnowledgeSelection(device(0), new DensityFilter(0, 1), ambiguity);
    assertThat(rule.aggregate(values, 1)).isEqualTo(isTarget);
    assertThat(values).containsExactly(0.9f, 0.3f, 0.6f, 0.1f);
  }

  /** Devices of one class each: the mean of a row is what the one that knows it says. */
  @Test
  void aTargetIsTheMeanOfThoseWhoseFilterItPasses() {
    List<FakeDevice> devices =
        FakeDevices.on(Graphs.ring(3), 1).stream()
            .map(device -> device.withData(oneClass(device.number())))
            .toList();
    DensityFilter filter = new DensityFilter(0, 0.5f);
    List<Participant> learners =
        devices.stream().map(new SelectiveFd(0, 0.5f, 2, options())::join).toList();
    learners.forEach(learner -> learner.begin(0));
    List<float[]> decisions = devices.stream().map(SelectiveFdTest::predictAll).toList();
    learners.forEach(learner -> learner.finish(0, new Losses()));
    BitSet expected = new BitSet();
    devices.forEach(device -> expected.or(filter.select(device)));
    Lesson lesson = learners.get(0).fullLesson();
    assertThat(IntStream.of(lesson.targets().ids()).limit(lesson.targets().rows()))
        .containsExactlyInAnyOrderElementsOf(expected.stream().boxed().toList());
    for (int i = 0; i < lesson.targets().rows(); i++) {
      int row = lesson.targets().ids()[i];
      float[] target = Arrays.copyOfRange(lesson.targets().values(), 3 * i, 3 * i + 3);
      float[] own = Arrays.copyOfRange(decisions.get(row % 3), 3 * row, 3 * row + 3);
      assertThat(target).as("row %d", row).containsExactly(own, within(1e-6f));
    }
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThatThrownBy(() -> new SelectiveFd(2, 1, 1, options()))
        .hasMessage("densityQuantile is 0 to 1 and kernelWidth above 0, not 2.0 and 1.0");
    assertThatThrownBy(() -> new SelectiveFd(0, 0, 1, options()))
        .hasMessage("densityQuantile is 0 to 1 and kernelWidth above 0, not 0.0 and 0.0");
    assertThatThrownBy(() -> new SelectiveFd(0, 1, 3, options()))
        .hasMessage("ambiguity is 0 to 2, not 3.0");
  }

  /** The filter reads private rows outside of what the accountant counts. */
  @Test
  void isRefusedWherePrivateRowsAreProtected() {
    assertThat(new SelectiveFd(0, 1, 1, options()).trainsPrivately()).isFalse();
  }

  private static FakeDevice device(int ofClass) {
    return FakeDevices.on(Graphs.ring(1), 1).get(0).withData(oneClass(ofClass));
  }

  private static LabelledRows oneClass(int ofClass) {
    LabelledRows all = new CloudRows(FakeDevices.SHAPE, FakeDevices.CLASSES, 60, 77);
    return new LabelledRows() {
      @Override
      public int rows() {
        return 20;
      }

      @Override
      public int label(int row) {
        return all.label(3 * row + ofClass);
      }

      @Override
      public void read(int row, float[] into, int offset) {
        all.read(3 * row + ofClass, into, offset);
      }
    };
  }

  private static float[] predictAll(FakeDevice device) {
    Block inputs = new Block(ALL, FakeDevices.SHAPE.features());
    inputs.rows(ALL);
    for (int row = 0; row < ALL; row++) {
      inputs.ids()[row] = row;
      device.reference().read(row, inputs.values(), inputs.width() * row);
    }
    Block decisions = new Block(ALL, FakeDevices.CLASSES);
    device.model().predict(inputs, decisions);
    return decisions.values();
  }

  private static ConsensusOptions options() {
    return ConsensusOptions.of(
        1, "cross-entropy", ALL, 5, 0, 1, new StepSize(0.1f, 0, StepSize.Schedule.CONSTANT));
  }
}
