package org.limbeck.topologies;

import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.TopologyContract;

class VaryingRandomRegularContractTest extends TopologyContract {

  @Override
  protected Topology topology() {
    return new RandomRegular(4, true);
  }
}
