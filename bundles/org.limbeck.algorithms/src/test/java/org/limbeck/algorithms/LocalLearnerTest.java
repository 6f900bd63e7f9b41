package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.algorithms.DistributedDistillation.Options;
import org.limbeck.algorithms.RecordingModel.Step;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.testkit.fixture.Graphs;

class LocalLearnerTest {
  private static final StepSize STEP_SIZE = new StepSize(0.5f, 0.25f, StepSize.Schedule.INVERSE);

  private final RecordingDevice device = device();
  private final Participant learner = new LocalOnly(STEP_SIZE).join(device);

  @Test
  void opensNoChannelAndKeepsNoEstimate() {
    byte[] estimate = device.savedEstimate();
    run(learner, 5);
    assertThat(device.channels()).isEmpty();
    assertThat(device.savedEstimate()).isEqualTo(estimate);
  }

  @Test
  void learnsFromPrivateRowsAlone() {
    for (int round = 0; round < 5; round++) {
      learner.begin(round);
      assertThat(device.model().steps()).isEmpty();
      Losses losses = new Losses();
      learner.finish(round, losses);
      assertThat(losses.local()).isPositive();
      assertThat(losses.distillation()).isZero();
      List<Step> steps = device.model().steps();
      assertThat(steps).hasSize(4).extracting(Step::privateRows).doesNotHaveDuplicates();
      for (Step step : steps) {
        assertThat(step.privateRows()).hasSize(6).doesNotHaveDuplicates();
        assertThat(step.referenceRows()).isEmpty();
        assertThat(step.stepSize()).isEqualTo(STEP_SIZE.at(round));
      }
    }
  }

  @Test
  void seesTheSamePrivateRowsAsADeviceThatDistils() {
    RecordingDevice other = device();
    Algorithm distillation =
        new DistributedDistillation(new Options(3, DistillationLoss.SQUARED, 5, 1, STEP_SIZE));
    run(learner, 5);
    run(distillation.join(other), 5);
    assertThat(privateRows(device)).hasSize(20).isEqualTo(privateRows(other));
  }

  @Test
  void theFullLessonIsOfAllPrivateRows() {
    run(learner, 2);
    Lesson lesson = learner.fullLesson();
    assertThat(lesson.inputs().ids()).isEqualTo(IntStream.range(0, 12).toArray());
    assertThat(lesson.inputs().rows()).isEqualTo(12);
    assertThat(lesson.referenceInputs().rows()).isZero();
    assertThat(lesson.targets().rows()).isZero();
    for (int row = 0; row < 12; row++) {
      assertThat(lesson.labels()[row]).isEqualTo(device.data().label(row));
    }
  }

  private static RecordingDevice device() {
    return RecordingDevice.on(Graphs.ring(3), new Training(4, 6)).get(0);
  }

  private static void run(Participant participant, int rounds) {
    for (int round = 0; round < rounds; round++) {
      participant.begin(round);
      participant.finish(round, new Losses());
    }
  }

  private static List<List<Integer>> privateRows(RecordingDevice device) {
    List<List<Integer>> rows = new ArrayList<>();
    device.model().steps().forEach(step -> rows.add(step.privateRows()));
    return rows;
  }
}
