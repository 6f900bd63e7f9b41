package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.limbeck.algorithms.RecordingModel.Step;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.testkit.fixture.Graphs;

class ConsensusLearnerTest {
  private static final StepSize STEP_SIZE = new StepSize(0.5f, 0.25f, StepSize.Schedule.INVERSE);
  private static final int ALL = 30;

  private List<RecordingDevice> devices = List.of();
  private List<Participant> learners = List.of();

  @Test
  void digestsTheMeanOfAllDevices() {
    join(4, options(5, 5, 0, 1));
    learners.forEach(learner -> learner.begin(0));
    List<float[]> decisions = devices.stream().map(ConsensusLearnerTest::predictAll).toList();
    finish(0);
    for (RecordingDevice device : devices) {
      for (Step step : device.model().steps()) {
        assertThat(step.referenceRows()).hasSize(5);
        assertThat(new HashSet<>(step.referenceRows())).isEqualTo(Set.copyOf(selected(0)));
        assertThat(step.targets()).containsExactly(mean(decisions, step), within(1e-6f));
        assertThat(step.regularization()).isEqualTo(3);
      }
    }
  }

  /** The neighbourhood does not matter: a ring of one aims at what it said itself. */
  @Test
  void aloneItDistilsFromItself() {
    join(1, options(5, 5, 0, 1));
    for (int round = 0; round < 4; round++) {
      List<float[]> own = List.of(predictAll(devices.get(0)));
      run(round);
      List<Step> steps = devices.get(0).model().steps();
      assertThat(steps).hasSize(4);
      for (Step step : steps) {
        assertThat(step.targets()).containsExactly(mean(own, step), within(1e-6f));
      }
    }
  }

  @Test
  void staysWithTheLatestExchangeUntilTheNext() {
    join(3, options(5, 5, 2, 3));
    List<Set<Integer>> digested = new ArrayList<>();
    List<Integer> sent = new ArrayList<>();
    for (int round = 0; round < 8; round++) {
      run(round);
      sent.add(devices.get(0).sent());
      digested.add(new HashSet<>(devices.get(0).model().steps().get(3).referenceRows()));
    }
    assertThat(sent).containsExactly(0, 0, 1, 1, 1, 2, 2, 2);
    assertThat(digested.get(1)).isEmpty();
    assertThat(digested.get(2)).hasSize(5).isEqualTo(digested.get(4));
    assertThat(digested.get(5)).hasSize(5).isEqualTo(digested.get(7)).isNotEqualTo(digested.get(4));
  }

  @Test
  void digestsInParts() {
    join(3, options(12, 4, 0, 1));
    run(0);
    Set<Integer> all = new HashSet<>();
    for (Step step : devices.get(1).model().steps()) {
      assertThat(step.referenceRows()).hasSize(4).doesNotHaveDuplicates();
      assertThat(selected(0)).containsAll(step.referenceRows());
      all.addAll(step.referenceRows());
    }
    assertThat(all).hasSizeGreaterThan(4);
    assertThat(learners.get(1).fullLesson().targets().rows()).isEqualTo(12);
  }

  @Test
  void seesTheSamePrivateRowsAsADeviceAlone() {
    join(3, options(5, 5, 0, 1));
    run(0);
    RecordingDevice alone = RecordingDevice.on(Graphs.ring(3), new Training(4, 6)).get(0);
    new LocalOnly(STEP_SIZE).join(alone).finish(0, new Losses());
    assertThat(devices.get(0).model().steps())
        .extracting(Step::privateRows)
        .isEqualTo(alone.model().steps().stream().map(Step::privateRows).toList());
  }

  @Test
  void hasNoTargetsAtFirst() {
    join(1, options(5, 5, 0, 1));
    Lesson lesson = learners.get(0).fullLesson();
    assertThat(lesson.targets().rows()).isZero();
    assertThat(lesson.referenceInputs().rows()).isZero();
  }

  @Test
  void opensOneChannelToTheServer() {
    join(3, options(5, 5, 0, 1));
    assertThat(devices.get(0).channels()).containsExactly("30 rows of 3 to the server");
  }

  private void join(int size, ConsensusOptions options) {
    devices = RecordingDevice.on(Graphs.ring(size), new Training(4, 6));
    learners = devices.stream().map(new FedMd(options)::join).toList();
  }

  private void run(long round) {
    learners.forEach(learner -> learner.begin(round));
    finish(round);
  }

  private void finish(long round) {
    learners.forEach(learner -> learner.finish(round, new Losses()));
  }

  private List<Integer> selected(long round) {
    return devices.get(0).selected(round);
  }

  private static ConsensusOptions options(
      int referenceBatch, int distillationBatch, int warmUp, int exchangeEvery) {
    return new ConsensusOptions(
        3,
        DistillationLoss.SQUARED,
        new ExchangeSchedule(referenceBatch, ExchangeSchedule.Order.RANDOM, exchangeEvery, warmUp),
        distillationBatch,
        STEP_SIZE);
  }

  /** Returns what a device predicts for every reference row. */
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

  private static float[] mean(List<float[]> decisions, Step step) {
    float[] mean = new float[step.referenceRows().size() * 3];
    for (int i = 0; i < mean.length; i++) {
      for (float[] each : decisions) {
        mean[i] += each[step.referenceRows().get(i / 3) * 3 + i % 3] / decisions.size();
      }
    }
    return mean;
  }
}
