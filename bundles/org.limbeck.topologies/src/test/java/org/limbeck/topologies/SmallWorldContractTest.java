package org.limbeck.topologies;

import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.TopologyContract;

class SmallWorldContractTest extends TopologyContract {

  @Override
  protected Topology topology() {
    return new SmallWorld(4, 0.2);
  }
}
