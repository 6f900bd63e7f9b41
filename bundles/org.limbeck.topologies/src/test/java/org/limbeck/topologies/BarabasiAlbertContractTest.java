package org.limbeck.topologies;

import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.TopologyContract;

class BarabasiAlbertContractTest extends TopologyContract {

  @Override
  protected Topology topology() {
    return new BarabasiAlbert(2);
  }
}
