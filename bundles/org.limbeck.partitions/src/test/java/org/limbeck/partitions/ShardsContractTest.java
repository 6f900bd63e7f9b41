package org.limbeck.partitions;

import org.limbeck.api.partition.Partition;
import org.limbeck.testkit.PartitionContract;

class ShardsContractTest extends PartitionContract {

  @Override
  protected Partition partition() {
    return new Shards(2, Integer.MAX_VALUE);
  }
}
