package org.limbeck.api.topology;

import java.util.List;
import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says which devices talk to each other. Offered as a service with {@link TopologyPlugin}.
 * Stateless and safe for use by several threads at once.
 */
@ConsumerType
public interface Topology {

  /**
   * Draws the communication graph.
   *
   * @param devices the ids of the devices, at least one; vertex i of the graph is device i of this
   *     list
   * @param random the only source of randomness
   * @return a graph with one vertex per device. Unless the topology is time-varying, the engine
   *     refuses one that is not connected.
   * @throws IllegalArgumentException if there is no such graph for these devices; the message says
   *     why
   */
  Graph connect(List<String> devices, RandomGenerator random);

  /**
   * Returns whether the graph is drawn anew for every round. A single one need not be connected
   * then; the graphs of some rounds in a row, taken together, are.
   */
  default boolean isTimeVarying() {
    return false;
  }
}
