package org.limbeck.partitions;

import org.limbeck.api.partition.Partition;
import org.limbeck.testkit.PartitionContract;

class QuantitySkewContractTest extends PartitionContract {

  @Override
  protected Partition partition() {
    return new QuantitySkew(0.5, 1, Integer.MAX_VALUE);
  }
}
