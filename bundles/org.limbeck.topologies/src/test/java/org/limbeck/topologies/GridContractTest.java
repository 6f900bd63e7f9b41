package org.limbeck.topologies;

import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.TopologyContract;

class GridContractTest extends TopologyContract {

  @Override
  protected Topology topology() {
    return new Grid(0, 3);
  }

  @Override
  protected boolean supports(int devices) {
    return devices % 3 == 0;
  }
}
