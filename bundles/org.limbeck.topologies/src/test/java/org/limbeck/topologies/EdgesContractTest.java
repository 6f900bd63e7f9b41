package org.limbeck.topologies;

import java.util.stream.IntStream;
import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.TopologyContract;

class EdgesContractTest extends TopologyContract {
  private static final int DEVICES = 40;

  @Override
  protected Topology topology() {
    return new Edges(
        IntStream.range(1, DEVICES).mapToObj(i -> i + "-" + (i + 1)).toArray(String[]::new));
  }

  @Override
  protected boolean supports(int devices) {
    return devices == DEVICES;
  }
}
