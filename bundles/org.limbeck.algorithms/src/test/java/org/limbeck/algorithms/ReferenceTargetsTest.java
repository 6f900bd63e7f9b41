package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.testkit.fixture.FakeDevice;
import org.limbeck.testkit.fixture.FakeDevices;
import org.limbeck.testkit.fixture.Graphs;

class ReferenceTargetsTest {
  private final FakeDevice device = FakeDevices.on(Graphs.ring(1), 1).get(0);
  private final Estimate estimate = device.estimate();
  private final ReferenceTargets targets =
      new ReferenceTargets(4, FakeDevices.SHAPE.features(), device.classes());

  @BeforeEach
  void exchangeTwoRows() {
    exchange(7, 0.25f, 0.25f, 0.5f);
    exchange(3, -0.5f, 1.5f, 0);
  }

  @Test
  void areEmptyAtFirst() {
    assertThat(targets.inputs().rows()).isZero();
    assertThat(targets.targets().rows()).isZero();
  }

  @Test
  void leaveOutRowsThatWereNeverExchanged() {
    targets.select(device, new int[] {5, 3, 29, 7}, 4);
    assertThat(rows(targets.inputs())).containsExactly(3, 7);
    assertThat(rows(targets.targets())).containsExactly(3, 7);
  }

  @Test
  void areTheEstimateOnTheSimplex() {
    targets.select(device, new int[] {7, 3}, 2);
    assertThat(Arrays.copyOf(targets.targets().values(), 6))
        .containsExactly(new float[] {0.25f, 0.25f, 0.5f, 0, 1, 0}, within(1e-6f));
  }

  @Test
  void leaveTheEstimateItselfAsItIs() {
    targets.select(device, new int[] {3}, 1);
    float[] z = new float[3];
    assertThat(estimate.read(3, z, 0)).isTrue();
    assertThat(z).containsExactly(-0.5f, 1.5f, 0);
  }

  @Test
  void comeWithTheInputsOfTheirRows() {
    targets.select(device, new int[] {5, 7, 29, 3}, 4);
    int features = targets.inputs().width();
    for (int i = 0; i < 2; i++) {
      float[] row = new float[features];
      device.reference().read(targets.inputs().ids()[i], row, 0);
      assertThat(Arrays.copyOfRange(targets.inputs().values(), i * features, (i + 1) * features))
          .isEqualTo(row);
    }
  }

  @Test
  void areTakenFromAsManyRowsAsCount() {
    targets.select(device, new int[] {7, 3, 0, 0}, 1);
    assertThat(rows(targets.inputs())).containsExactly(7);
    targets.select(device, new int[] {7, 3}, 0);
    assertThat(rows(targets.inputs())).isEmpty();
    assertThat(rows(targets.targets())).isEmpty();
  }

  @Test
  void followTheEstimate() {
    targets.select(device, new int[] {7}, 1);
    exchange(7, 1, 0, 0);
    exchange(5, 0, 0, 1);
    targets.select(device, new int[] {5, 7}, 2);
    assertThat(rows(targets.targets())).containsExactly(5, 7);
    assertThat(Arrays.copyOf(targets.targets().values(), 6)).containsExactly(0, 0, 1, 1, 0, 0);
  }

  /** Makes {@code z} the device's estimate of a row. */
  private void exchange(int row, float... z) {
    Block block = new Block(1, 3);
    block.rows(1);
    block.ids()[0] = row;
    System.arraycopy(z, 0, block.values(), 0, 3);
    estimate.inject(block);
    estimate.mix(block, List.of(), 1);
  }

  private static int[] rows(Block block) {
    return Arrays.copyOf(block.ids(), block.rows());
  }
}
