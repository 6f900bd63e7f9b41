package org.limbeck.topologies;

import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.TopologyContract;

class BaseGraphContractTest extends TopologyContract {

  @Override
  protected Topology topology() {
    return new BaseGraph(1);
  }

  /** So many draws of one of the graphs have each of them. */
  @Override
  protected int roundsToConnect() {
    return 100;
  }
}
