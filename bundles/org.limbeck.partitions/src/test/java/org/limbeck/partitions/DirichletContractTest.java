package org.limbeck.partitions;

import org.limbeck.api.partition.Partition;
import org.limbeck.testkit.PartitionContract;

class DirichletContractTest extends PartitionContract {

  @Override
  protected Partition partition() {
    return new Dirichlet(0.5, 1, Integer.MAX_VALUE);
  }
}
