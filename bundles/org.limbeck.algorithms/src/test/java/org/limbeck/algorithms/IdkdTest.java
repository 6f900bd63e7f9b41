package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.algorithms.RecordingDevice.Frame;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.testkit.fixture.FakeDevices;
import org.limbeck.testkit.fixture.Graphs;

class IdkdTest {
  private static final int ALL = FakeDevices.REFERENCE_ROWS;
  private static final int LABEL_ROUND = 4;

  /**
   * At 0.9, 0.8 and 0.6 the true positive rate is 1/3, 2/3 and 1, the false positive rate 0, 0 and
   * 1/4: J = 1/3, 2/3 and 3/4.
   */
  @Test
  void theThresholdHasTheLargestYoudensJ() {
    float[] outside = {0.5f, 0.7f, 0.3f, 0.4f};
    assertThat(ConfidenceThreshold.calibrate(new float[] {0.8f, 0.6f, 0.9f}, outside))
        .isEqualTo(0.6f);
  }

  @Test
  void theHighestOfThresholdsThatAreAsGoodIsTaken() {
    assertThat(ConfidenceThreshold.calibrate(new float[] {0.9f, 0.5f}, new float[] {0.6f, 0.2f}))
        .as("J is 1/2 at 0.9 and at 0.5")
        .isEqualTo(0.9f);
  }

  @Test
  void equalConfidencesPassTogether() {
    assertThat(
            ConfidenceThreshold.calibrate(new float[] {0.7f, 0.7f, 0.7f}, new float[] {0.7f, 0.1f}))
        .isEqualTo(0.7f);
  }

  @Test
  void nothingPassesWhereOthersAreMoreConfident() {
    assertThat(ConfidenceThreshold.calibrate(new float[] {0.2f}, new float[] {0.9f}))
        .isGreaterThan(1);
  }

  /** Each row has the mean of those of the device and its neighbours that have labelled it. */
  @Test
  void labelsAreTheMeanOfThoseInWhoseDistributionARowIs() {
    List<RecordingDevice> devices = RecordingDevice.withWeights(Graphs.ring(5), new Training(2, 4));
    List<Participant> learners = devices.stream().map(algorithm()::join).toList();
    List<Frame> labels = new ArrayList<>();
    for (int round = 0; round <= LABEL_ROUND; round++) {
      long now = round;
      assertThat(learners.get(0).fullLesson().targets().rows()).isZero();
      learners.forEach(learner -> learner.begin(now));
      for (RecordingDevice device : devices) {
        labels(device).ifPresent(labels::add);
      }
      learners.forEach(learner -> learner.finish(now, new Losses()));
    }
    assertThat(labels).as("frames with labels, one of each device").hasSize(5);
    for (int device = 0; device < 5; device++) {
      Lesson lesson = learners.get(device).fullLesson();
      List<Frame> heard =
          List.of(labels.get(device), labels.get((device + 1) % 5), labels.get((device + 4) % 5));
      assertThat(targets(lesson))
          .isEqualTo(
              IntStream.range(0, ALL)
                  .boxed()
                  .filter(row -> heard.stream().anyMatch(frame -> has(frame, row)))
                  .toList());
      for (int i = 0; i < lesson.targets().rows(); i++) {
        int row = lesson.targets().ids()[i];
        List<Frame> said = heard.stream().filter(frame -> has(frame, row)).toList();
        for (int k = 0; k < 3; k++) {
          int at = 3 * row + k;
          double mean = said.stream().mapToDouble(frame -> frame.values()[at]).average().orElse(0);
          assertThat(lesson.targets().values()[3 * i + k]).isCloseTo((float) mean, within(1e-6f));
        }
      }
    }
  }

  @Test
  void aDeviceSaysWhatItsModelSaysOrNothing() {
    RecordingDevice device = RecordingDevice.withWeights(Graphs.ring(1), new Training(2, 4)).get(0);
    Participant learner = algorithm().join(device);
    for (int round = 0; round < LABEL_ROUND; round++) {
      learner.begin(round);
      learner.finish(round, new Losses());
    }
    float[] decisions = predictAll(device);
    learner.begin(LABEL_ROUND);
    Frame labels = labels(device).orElseThrow();
    int labelled = 0;
    float least = 1;
    float most = 0;
    for (int row = 0; row < ALL; row++) {
      float confidence = 0;
      for (int k = 0; k < 3; k++) {
        confidence = Math.max(confidence, decisions[3 * row + k]);
        if (has(labels, row)) {
          assertThat(labels.values()[3 * row + k]).isCloseTo(decisions[3 * row + k], within(1e-6f));
        }
      }
      labelled += has(labels, row) ? 1 : 0;
      least = has(labels, row) ? Math.min(least, confidence) : least;
      most = has(labels, row) ? most : Math.max(most, confidence);
    }
    assertThat(labelled).isBetween(1, ALL - 1);
    assertThat(least).as("the least confidence of a labelled row").isGreaterThan(most);
  }

  @Test
  void untilThenItIsDecentralizedSgd() {
    List<RecordingDevice> devices = RecordingDevice.withWeights(Graphs.ring(3), new Training(2, 4));
    List<RecordingDevice> others = RecordingDevice.withWeights(Graphs.ring(3), new Training(2, 4));
    List<Participant> learners = devices.stream().map(algorithm()::join).toList();
    List<Participant> plain =
        others.stream().map(new DecentralizedSgd(new SgdOptions(1, STEP_SIZE))::join).toList();
    for (int round = 0; round < LABEL_ROUND; round++) {
      long now = round;
      learners.forEach(learner -> learner.begin(now));
      learners.forEach(learner -> learner.finish(now, new Losses()));
      plain.forEach(learner -> learner.begin(now));
      plain.forEach(learner -> learner.finish(now, new Losses()));
    }
    assertThat(predictAll(devices.get(1))).isEqualTo(predictAll(others.get(1)));
  }

  @Test
  void refusesARoundBeforeTheFirst() {
    assertThatThrownBy(() -> new Idkd(-1, 1, options()))
        .hasMessage("labelRound is 0 or more, not -1");
  }

  /** The threshold is found on private rows, outside of what the accountant counts. */
  @Test
  void isRefusedWherePrivateRowsAreProtected() {
    assertThat(algorithm().trainsPrivately()).isFalse();
  }

  private static final StepSize STEP_SIZE = new StepSize(0.1f, 0, StepSize.Schedule.CONSTANT);

  private static Idkd algorithm() {
    return new Idkd(LABEL_ROUND, 1, options());
  }

  private static ConsensusOptions options() {
    return ConsensusOptions.of(1, "cross-entropy", 7, 5, 0, 1, STEP_SIZE);
  }

  private static Optional<Frame> labels(RecordingDevice device) {
    return device.frames().stream().filter(frame -> frame.rows().size() == ALL).findFirst();
  }

  private static boolean has(Frame labels, int row) {
    return labels.values()[3 * row] + labels.values()[3 * row + 1] + labels.values()[3 * row + 2]
        > 0;
  }

  private static List<Integer> targets(Lesson lesson) {
    return IntStream.of(lesson.targets().ids()).limit(lesson.targets().rows()).boxed().toList();
  }

  private static float[] predictAll(RecordingDevice device) {
    Block inputs = new Block(ALL, 6);
    inputs.rows(ALL);
    for (int row = 0; row < ALL; row++) {
      device.reference().read(row, inputs.values(), 6 * row);
    }
    Block decisions = new Block(ALL, 3);
    device.model().predict(inputs, decisions);
    return decisions.values();
  }
}
