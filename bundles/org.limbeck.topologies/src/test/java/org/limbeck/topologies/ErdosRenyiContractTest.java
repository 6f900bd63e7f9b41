package org.limbeck.topologies;

import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.TopologyContract;

class ErdosRenyiContractTest extends TopologyContract {

  @Override
  protected Topology topology() {
    return new ErdosRenyi(0.3);
  }
}
