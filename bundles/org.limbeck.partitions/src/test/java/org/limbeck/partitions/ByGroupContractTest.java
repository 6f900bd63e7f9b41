package org.limbeck.partitions;

import org.limbeck.api.partition.Partition;
import org.limbeck.testkit.PartitionContract;

class ByGroupContractTest extends PartitionContract {

  @Override
  protected Partition partition() {
    return new ByGroup(Integer.MAX_VALUE);
  }
}
