package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.limbeck.algorithms.DistributedDistillation.Options;
import org.limbeck.algorithms.RecordingModel.Step;
import org.limbeck.api.architecture.DistillationLoss;

/** When three devices on a ring exchange which of 30 reference rows, and what they learn from. */
class ExchangeScheduleTest {
  private static final StepSize STEP_SIZE = new StepSize(0.5f, 0, StepSize.Schedule.CONSTANT);

  private final DistillationRing ring = new DistillationRing();
  private final RecordingDevice device = ring.device();

  @Test
  void learnsAloneBeforeTheFirstExchange() {
    ring.join(options(0, new ExchangeSchedule(8, ExchangeSchedule.Order.RANDOM, 2, 3), 0));
    List<Integer> sent = new ArrayList<>();
    for (int round = 0; round < 8; round++) {
      run(round);
      sent.add(device.frames().size());
      boolean alone = round < 3;
      assertThat(device.model().steps())
          .hasSize(4)
          .allSatisfy(step -> assertThat(step.referenceRows().isEmpty()).isEqualTo(alone));
    }
    assertThat(sent).containsExactly(0, 0, 0, 1, 0, 1, 0, 1);
  }

  @Test
  void takesAllRowsInTurn() {
    ring.join(options(0, new ExchangeSchedule(8, ExchangeSchedule.Order.IN_TURN, 2, 1), 0));
    List<List<Integer>> orders = new ArrayList<>();
    for (int turn = 0; turn < 3; turn++) {
      List<Integer> order = new ArrayList<>();
      for (int exchange = 0; exchange < 4; exchange++) {
        order.addAll(device.selected(1 + 2L * (4 * turn + exchange)));
      }
      assertThat(order).hasSize(30).doesNotHaveDuplicates();
      orders.add(order);
    }
    assertThat(new HashSet<>(orders)).hasSize(3);
    assertThat(device.selected(2)).isEmpty();
  }

  @Test
  void drawsWhatItDistilsOnAnewForEveryStep() {
    ring.join(options(0, new ExchangeSchedule(30, ExchangeSchedule.Order.RANDOM, 100, 0), 7));
    run(0);
    run(1);
    List<Step> steps = device.model().steps();
    assertThat(steps).hasSize(4);
    Set<List<Integer>> batches = new HashSet<>();
    for (Step step : steps) {
      assertThat(step.referenceRows()).hasSize(7).doesNotHaveDuplicates();
      batches.add(step.referenceRows());
    }
    assertThat(batches).hasSize(4);
  }

  @Test
  void rhoGrowsAfterTheFirstExchange() {
    ring.join(options(4, new ExchangeSchedule(8, ExchangeSchedule.Order.RANDOM, 1, 2), 0));
    List<Float> weights = new ArrayList<>();
    for (int round = 0; round < 8; round++) {
      run(round);
      weights.add(device.model().steps().get(0).regularization());
    }
    assertThat(weights).containsExactly(0f, 0f, 0.75f, 1.5f, 2.25f, 3f, 3f, 3f);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new ExchangeSchedule(0, ExchangeSchedule.Order.RANDOM, 1, 0))
        .hasMessageContaining("referenceBatch and exchangeEvery are 1 or more");
    assertThatThrownBy(() -> new ExchangeSchedule(1, ExchangeSchedule.Order.RANDOM, 1, -1))
        .hasMessageContaining("warmUp 0 or more");
    assertThatThrownBy(
            () -> options(-1, new ExchangeSchedule(1, ExchangeSchedule.Order.RANDOM, 1, 0), 0))
        .hasMessageContaining("ramp");
  }

  private void run(long round) {
    device.model().steps();
    ring.run(round, round + 1);
  }

  private static Options options(int ramp, ExchangeSchedule exchanges, int distillationBatch) {
    return new Options(
        3, ramp, DistillationLoss.SQUARED, exchanges, 0, distillationBatch, STEP_SIZE);
  }
}
