package org.limbeck.partitions;

import org.limbeck.api.partition.Partition;
import org.limbeck.testkit.PartitionContract;

class CappedShardsContractTest extends PartitionContract {

  @Override
  protected Partition partition() {
    return new Shards(3, 20);
  }
}
