package org.limbeck.topologies;

import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.TopologyContract;

class HypercubeContractTest extends TopologyContract {

  @Override
  protected Topology topology() {
    return new Hypercube();
  }

  @Override
  protected boolean supports(int devices) {
    return Integer.bitCount(devices) == 1;
  }

  /** So many draws of one of the graphs have each of them. */
  @Override
  protected int roundsToConnect() {
    return 100;
  }
}
