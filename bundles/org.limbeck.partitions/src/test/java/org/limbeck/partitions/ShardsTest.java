package org.limbeck.partitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardsTest {
  private static final int NO_CAP = Integer.MAX_VALUE;

  /** The setting of the paper: 60,000 rows, 100 devices, 200 shards of 300 rows. */
  @Test
  void givesShardsOfOneSizeWhereClassesAreOfOneSize() {
    LabelledSplit splits = new LabelledSplit(600, 10);
    int[][] split = splits.split(new Shards(2, NO_CAP), 10, 1);
    assertThat(LabelledSplit.sizes(split)).hasSize(10).containsOnly(600);
    assertThat(LabelledSplit.all(split)).isEqualTo(IntStream.range(0, 6_000).toArray());
    for (int[] rows : split) {
      assertThat(Arrays.stream(splits.perClass(rows)).boxed()).isSubsetOf(0, 300, 600);
    }
  }

  @Test
  void aCapChoosesAmongTheClassesOfADevice() {
    LabelledSplit splits = new LabelledSplit(200, 10);
    for (int[] rows : splits.split(new Shards(2, 60), 5, 1)) {
      assertThat(rows).hasSize(60);
      assertThat(Arrays.stream(splits.perClass(rows)).filter(count -> count > 15)).hasSize(2);
    }
  }

  @Test
  void fewShardsHoldSeveralClasses() {
    LabelledSplit splits = new LabelledSplit(30, 10);
    int[][] split = splits.split(new Shards(2, NO_CAP), 2, 1);
    assertThat(LabelledSplit.sizes(split)).containsExactly(150, 150);
    assertThat(LabelledSplit.all(split)).isEqualTo(IntStream.range(0, 300).toArray());
  }

  @Test
  void dealsAnyShardToAnyDevice() {
    int[] timesAtFirst = new int[4];
    for (int seed = 0; seed < 1_000; seed++) {
      LabelledSplit splits = new LabelledSplit(5, 4);
      int[] counts = splits.perClass(splits.split(new Shards(1, NO_CAP), 4, seed)[0]);
      for (int c = 0; c < 4; c++) {
        timesAtFirst[c] += counts[c] == 5 ? 1 : 0;
      }
    }
    assertThat(Arrays.stream(timesAtFirst)).allSatisfy(n -> assertThat(n).isBetween(190, 310));
  }

  @Test
  void refusesMoreShardsThanRows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LabelledSplit(2, 5).split(new Shards(3, NO_CAP), 5, 1))
        .withMessage(
            "classesPerDevice: 10 private rows are too few for 5 devices with 3 shards each: use 3"
                + " devices or fewer, or 2 shards or fewer");
  }
}
