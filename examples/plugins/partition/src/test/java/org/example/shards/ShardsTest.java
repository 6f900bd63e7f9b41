package org.example.shards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.partition.Partition;
import org.limbeck.testkit.PartitionContract;

class ShardsTest extends PartitionContract {

  @Override
  protected Partition partition() {
    return new Shards(3);
  }

  @Test
  void aDeviceSeesNoMoreClassesThanItHasShards() {
    int[] labels = IntStream.range(0, 200).map(row -> row % 10).toArray();
    int[][] split = new Shards(2).split(labels, 10, 10, new SplittableRandom(1));
    for (int[] rows : split) {
      assertThat(rows).hasSize(20);
      assertThat(Arrays.stream(rows).map(row -> labels[row]).distinct().count())
          .isLessThanOrEqualTo(2);
    }
  }
}
