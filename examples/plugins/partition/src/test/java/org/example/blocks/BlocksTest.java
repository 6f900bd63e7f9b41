package org.example.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.partition.Partition;
import org.limbeck.testkit.PartitionContract;

class BlocksTest extends PartitionContract {

  @Override
  protected Partition partition() {
    return new Blocks(3);
  }

  @Test
  void rowsOfABlockFollowEachOther() {
    int[][] split = new Blocks(2).split(new int[200], 10, 10, new SplittableRandom(1));
    for (int[] rows : split) {
      assertThat(rows).hasSize(20);
      assertThat(rows[9]).isEqualTo(rows[0] + 9);
      assertThat(rows[19]).isEqualTo(rows[10] + 9);
    }
  }
}
