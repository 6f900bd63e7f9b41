package org.limbeck.partitions;

import org.limbeck.api.partition.Partition;
import org.limbeck.testkit.PartitionContract;

class CappedByGroupContractTest extends PartitionContract {

  @Override
  protected Partition partition() {
    return new ByGroup(20);
  }
}
