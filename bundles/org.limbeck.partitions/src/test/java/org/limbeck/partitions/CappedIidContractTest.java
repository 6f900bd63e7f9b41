package org.limbeck.partitions;

import org.limbeck.api.partition.Partition;
import org.limbeck.testkit.PartitionContract;

class CappedIidContractTest extends PartitionContract {

  @Override
  protected Partition partition() {
    return new Iid(20);
  }
}
