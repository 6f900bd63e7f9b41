package org.limbeck.topologies;

import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.TopologyContract;

class RandomRegularContractTest extends TopologyContract {

  @Override
  protected Topology topology() {
    return new RandomRegular(4, false);
  }
}
