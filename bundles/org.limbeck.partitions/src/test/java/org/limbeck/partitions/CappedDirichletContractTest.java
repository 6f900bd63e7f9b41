package org.limbeck.partitions;

import org.limbeck.api.partition.Partition;
import org.limbeck.testkit.PartitionContract;

class CappedDirichletContractTest extends PartitionContract {

  @Override
  protected Partition partition() {
    return new Dirichlet(0.5, 5, 20);
  }
}
