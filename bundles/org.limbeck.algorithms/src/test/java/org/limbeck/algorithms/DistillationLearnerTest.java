package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.algorithms.DistributedDistillation.Options;
import org.limbeck.algorithms.RecordingDevice.Frame;
import org.limbeck.algorithms.RecordingModel.Step;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Losses;
import org.limbeck.testkit.fixture.Graphs;

/** Three devices on a ring: each knows the exact mean after one exchange. */
class DistillationLearnerTest {
  private static final StepSize STEP_SIZE = new StepSize(0.5f, 0.25f, StepSize.Schedule.INVERSE);
  private static final int BATCH = 5;

  private final DistillationRing ring = new DistillationRing();
  private final List<RecordingDevice> devices = ring.devices();
  private final RecordingDevice device = ring.device();

  @Test
  void opensOneChannelForItsSoftDecisions() {
    ring.join(every(1));
    assertThat(device.channels()).containsExactly("30 rows of 3");
  }

  @Test
  void sendsInEveryKthRoundOnly() {
    ring.join(every(3));
    List<Long> rounds = new ArrayList<>();
    for (int round = 0; round < 8; round++) {
      ring.learner().begin(round);
      device.frames().forEach(frame -> rounds.add(frame.round()));
      ring.learner().finish(round, new Losses());
      assertThat(device.frames()).as("frames sent at the end of a round").isEmpty();
    }
    assertThat(rounds).containsExactly(0L, 3L, 6L);
  }

  @Test
  void sendsTheEstimateOfTheSelectedRows() {
    ring.join(every(1));
    for (int round = 0; round < 6; round++) {
      ring.begin(round);
      for (RecordingDevice each : devices) {
        Frame frame = each.frames().get(0);
        assertThat(frame.rows())
            .hasSize(BATCH)
            .doesNotHaveDuplicates()
            .isEqualTo(device.selected(round));
        assertThat(frame.values()).isEqualTo(published(each, frame.rows()));
      }
      ring.finish(round);
    }
  }

  @Test
  void sendsItsOwnSoftDecisionsAtFirst() {
    ring.join(every(1));
    ring.learner().begin(0);
    Frame frame = device.frames().get(0);
    assertThat(frame.values()).isEqualTo(predicted(device, frame.rows()));
  }

  @Test
  void selectsOtherRowsInOtherRounds() {
    ring.join(every(1));
    Set<List<Integer>> selections = new HashSet<>();
    for (int round = 0; round < 10; round++) {
      selections.add(device.selected(round));
    }
    assertThat(selections).hasSize(10);
  }

  @Test
  void takesAllReferenceRowsIfThereAreFewerThanABatch() {
    ring.join(options(1, 1000, DistillationLoss.SQUARED));
    ring.begin(0);
    assertThat(device.frames().get(0).rows())
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 30).boxed().toList());
  }

  @Test
  void distilsTowardsTheMeanOfAllDevices() {
    ring.join(every(1));
    ring.begin(0);
    float[] mean = new float[BATCH * 3];
    for (RecordingDevice each : devices) {
      float[] sent = each.frames().get(0).values();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += sent[i] / 3;
      }
    }
    ring.finish(0);
    for (RecordingDevice each : devices) {
      for (Step step : each.model().steps()) {
        assertThat(step.referenceRows()).isEqualTo(device.selected(0));
        assertThat(step.targets()).containsExactly(mean, within(1e-5f));
      }
    }
  }

  @Test
  void neverDistilsOnRowsThatWereNotExchanged() {
    ring.join(every(4));
    Set<Integer> exchanged = new HashSet<>();
    int leftOut = 0;
    int distilledBetween = 0;
    for (int round = 0; round < 16; round++) {
      ring.begin(round);
      device.frames().forEach(frame -> exchanged.addAll(frame.rows()));
      ring.finish(round);
      for (Step step : device.model().steps()) {
        assertThat(exchanged).as("rows of round %d", round).containsAll(step.referenceRows());
        leftOut += BATCH - step.referenceRows().size();
        distilledBetween += round % 4 == 0 ? 0 : step.referenceRows().size();
      }
      assertThat(device.selected(round)).hasSize(round % 4 == 0 ? BATCH : 0);
    }
    assertThat(leftOut).as("rows left out").isPositive();
    assertThat(distilledBetween).as("rows distilled on between exchanges").isPositive();
  }

  @Test
  void keepsItsEstimateBetweenExchanges() {
    ring.join(every(3));
    ring.begin(0);
    ring.finish(0);
    byte[] estimate = device.savedEstimate();
    for (int round = 1; round < 3; round++) {
      ring.begin(round);
      ring.finish(round);
      assertThat(device.savedEstimate()).as("after round %d", round).isEqualTo(estimate);
    }
    ring.begin(3);
    assertThat(device.savedEstimate()).isNotEqualTo(estimate);
  }

  @Test
  void trainsWhenItFinishesARoundOnly() {
    ring.join(every(1));
    ring.begin(0);
    assertThat(device.model().steps()).isEmpty();
    ring.finish(0);
    assertThat(device.model().steps()).isNotEmpty();
  }

  @Test
  void makesItsLocalStepsOnPrivateRowsDrawnAnew() {
    ring.join(every(2));
    for (int round = 0; round < 5; round++) {
      ring.begin(round);
      ring.finish(round);
      List<Step> steps = device.model().steps();
      assertThat(steps).hasSize(4);
      assertThat(steps).extracting(Step::privateRows).doesNotHaveDuplicates();
      for (Step step : steps) {
        assertThat(step.privateRows()).hasSize(6).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void drawsPrivateRowsByTheRoundAndNotByWhatWentBefore() {
    ring.join(every(1));
    ring.run(0, 5);
    device.model().steps();
    ring.run(5, 6);
    List<Step> later = device.model().steps();
    RecordingDevice fresh = RecordingDevice.on(Graphs.ring(3), new Training(4, 6)).get(0);
    Participant learner = new DistributedDistillation(every(1)).join(fresh);
    learner.begin(5);
    learner.finish(5, new Losses());
    assertThat(fresh.model().steps())
        .extracting(Step::privateRows)
        .isEqualTo(later.stream().map(Step::privateRows).toList());
  }

  @ParameterizedTest
  @EnumSource
  void teachesByItsOptions(DistillationLoss loss) {
    ring.join(options(1, BATCH, loss));
    ring.run(0, 4);
    device.model().steps();
    ring.run(4, 5);
    for (Step step : device.model().steps()) {
      assertThat(step.loss()).isEqualTo(loss);
      assertThat(step.regularization()).isEqualTo(3);
      assertThat(step.stepSize()).as("0.5 / (1 + 0.25 · 4)").isEqualTo(0.25f);
    }
  }

  @Test
  void recordsTheLossesOfAllSteps() {
    ring.join(every(1));
    ring.begin(0);
    Losses losses = new Losses();
    ring.learner().finish(0, losses);
    assertThat(losses.local()).isPositive();
    assertThat(losses.distillation()).isPositive();
  }

  private static Options every(int rounds) {
    return options(rounds, BATCH, DistillationLoss.SQUARED);
  }

  private static Options options(int exchangeEvery, int referenceBatch, DistillationLoss loss) {
    return new Options(3, loss, referenceBatch, exchangeEvery, STEP_SIZE);
  }

  private static float[] published(RecordingDevice device, List<Integer> rows) {
    Block out = block(rows, 3);
    device.estimate().publish(out);
    return out.values();
  }

  private static float[] predicted(RecordingDevice device, List<Integer> rows) {
    Block inputs = block(rows, 6);
    for (int i = 0; i < rows.size(); i++) {
      device.reference().read(rows.get(i), inputs.values(), 6 * i);
    }
    Block decisions = new Block(rows.size(), 3);
    device.model().predict(inputs, decisions);
    return decisions.values();
  }

  private static Block block(List<Integer> rows, int width) {
    Block block = new Block(rows.size(), width);
    block.rows(rows.size());
    Arrays.setAll(block.ids(), rows::get);
    return block;
  }
}
