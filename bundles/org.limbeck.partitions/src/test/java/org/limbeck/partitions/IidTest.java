package org.limbeck.partitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IidTest {
  private static final LabelledSplit SPLITS = new LabelledSplit(100, 4);

  @Test
  void dealsOutAllRowsEvenly() {
    int[][] split = SPLITS.split(new Iid(Integer.MAX_VALUE), 7, 1);
    assertThat(LabelledSplit.sizes(split)).containsExactly(57, 57, 57, 57, 57, 57, 58);
    assertThat(LabelledSplit.all(split)).isEqualTo(IntStream.range(0, 400).toArray());
  }

  @Test
  void givesADeviceNoMoreThanItsCap() {
    assertThat(LabelledSplit.sizes(SPLITS.split(new Iid(58), 7, 1)))
        .containsExactly(57, 57, 57, 57, 57, 57, 58);
    assertThat(LabelledSplit.sizes(SPLITS.split(new Iid(57), 7, 1))).hasSize(7).containsOnly(57);
    assertThat(LabelledSplit.sizes(SPLITS.split(new Iid(1), 7, 1))).hasSize(7).containsOnly(1);
  }

  @Test
  void mixesTheClassesAlike() {
    for (int maxRows : new int[] {100, 60}) {
      for (int[] rows : SPLITS.split(new Iid(maxRows), 4, 2)) {
        for (int count : SPLITS.perClass(rows)) {
          assertThat(count)
              .as("rows of a class of %d rows", maxRows)
              .isBetween(maxRows / 4 - 14, maxRows / 4 + 14);
        }
      }
    }
  }

  @Test
  void givesAnyRowToAnyDeviceAlike() {
    int[] timesAtDevice = new int[4];
    for (int seed = 0; seed < 1000; seed++) {
      int[][] split = SPLITS.split(new Iid(Integer.MAX_VALUE), 4, seed);
      for (int device = 0; device < 4; device++) {
        timesAtDevice[device] += Arrays.stream(split[device]).anyMatch(row -> row == 0) ? 1 : 0;
      }
    }
    for (int times : timesAtDevice) {
      assertThat(times).as("times that a device had row 0").isBetween(190, 310);
    }
  }

  @Test
  void refusesMoreDevicesThanRows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LabelledSplit(1, 5).split(new Iid(3), 6, 1))
        .withMessage(
            "there are 5 private rows for 6 devices, and every device needs one: use 5 devices or"
                + " fewer");
  }

  @Test
  void givesEveryDeviceOneRowIfThereAreNoMore() {
    assertThat(LabelledSplit.sizes(new LabelledSplit(1, 5).split(new Iid(3), 5, 1)))
        .hasSize(5)
        .containsOnly(1);
  }
}
