package org.limbeck.partitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ByGroupTest {
  private static final int NO_CAP = Integer.MAX_VALUE;

  @Test
  void keepsRowsOfAGroupTogether() {
    int[][] split = split(new ByGroup(NO_CAP), 3, "ann", "bob", "ann", "cyd", "ann", "bob");
    assertThat(Arrays.stream(split).map(Arrays::toString))
        .containsExactlyInAnyOrder("[0, 2, 4]", "[1, 5]", "[3]");
  }

  @Test
  void evensOutTheRowsOfDevices() {
    String groups = "a a a a a b b b b c c c d d e";
    assertThat(LabelledSplit.sizes(split(new ByGroup(NO_CAP), 3, groups.split(" "))))
        .containsExactly(5, 5, 5);
  }

  @Test
  void anyDeviceMayGetTheLargestGroup() {
    int[] times = new int[3];
    for (int seed = 0; seed < 300; seed++) {
      int[][] split =
          new ByGroup(NO_CAP)
              .split(
                  new GroupedLabels("a", "a", "a", "b", "b", "c"),
                  1,
                  3,
                  new SplittableRandom(seed));
      for (int d = 0; d < 3; d++) {
        times[d] += split[d].length == 3 ? 1 : 0;
      }
    }
    assertThat(Arrays.stream(times)).allSatisfy(count -> assertThat(count).isBetween(70, 130));
  }

  @Test
  void givesADeviceNoMoreThanItsCap() {
    assertThat(LabelledSplit.sizes(split(new ByGroup(2), 2, "a", "a", "a", "a", "b")))
        .containsExactlyInAnyOrder(2, 1);
  }

  @Test
  void refusesFewerGroupsThanDevices() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> split(new ByGroup(NO_CAP), 3, "a", "b", "a", "b"))
        .withMessage(
            "there are 2 groups of private rows for 3 devices, and every device needs one: use 2"
                + " devices or fewer");
  }

  @Test
  void refusesRowsWithoutGroup() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> split(new ByGroup(NO_CAP), 2, "a", "", "b", ""))
        .withMessage(
            "2 of 4 private rows belong to no group: use data that tell the group of every row, or"
                + " another partition");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LabelledSplit(10, 2).split(new ByGroup(NO_CAP), 2, 1))
        .withMessageStartingWith("20 of 20 private rows belong to no group");
  }

  private static int[][] split(ByGroup partition, int devices, String... groups) {
    return partition.split(new GroupedLabels(groups), 1, devices, new SplittableRandom(1));
  }
}
