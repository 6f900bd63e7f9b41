package org.limbeck.topologies;

import java.util.List;
import java.util.random.RandomGenerator;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.topology.WeightedGraph;

/**
 * A topology whose graphs follow each other in a fixed order, after which all devices hold the mean
 * of what they held before. Who asks for a graph alone gets any one of them.
 */
abstract class PeriodicTopology implements Topology {

  @Override
  public final Graph connect(List<String> devices, RandomGenerator random) {
    List<WeightedGraph> graphs = sequence(devices);
    return graphs.get(random.nextInt(graphs.size())).graph();
  }

  @Override
  public final boolean isTimeVarying() {
    return true;
  }

  @Override
  public final List<WeightedGraph> sequence(List<String> devices) {
    return sequence(devices.size()).graphs();
  }

  /**
   * Returns the rounds after which all hold the mean.
   *
   * @throws IllegalArgumentException if there are none for so many devices
   */
  abstract GraphSequence sequence(int devices);
}
