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
   * Returns whether the graph is drawn anew for every round, or is another one from exchange to
   * exchange by {@link #sequence}. A single one need not be connected then; the graphs of some
   * rounds in a row, taken together, are.
   */
  default boolean isTimeVarying() {
    return false;
  }

  /**
   * Returns the graphs that follow each other, over and over, where they do so in a fixed order
   * instead of being drawn: each exchange of a row mixes by the next one, and by the weights that
   * it has. Such a topology is time-varying, and {@link #connect} returns one of these graphs.
   * Taken together they are connected.
   *
   * @param devices the ids of the devices, as for {@link #connect}
   * @return graphs with one vertex per device; none, as by default, where {@link #connect} draws
   *     the graph and the experiment says how its weights follow from it
   * @throws IllegalArgumentException if there are no such graphs for these devices; the message
   *     says why
   */
  default List<WeightedGraph> sequence(List<String> devices) {
    return List.of();
  }
}
