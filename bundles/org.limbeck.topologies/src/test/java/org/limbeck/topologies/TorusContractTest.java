package org.limbeck.topologies;

import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.TopologyContract;

class TorusContractTest extends TopologyContract {

  @Override
  protected Topology topology() {
    return new Torus(0, 0);
  }
}
