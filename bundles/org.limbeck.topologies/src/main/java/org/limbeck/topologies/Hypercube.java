package org.limbeck.topologies;

import org.limbeck.api.topology.Topology;
import org.limbeck.api.topology.TopologyPlugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * 2^p devices, each with one neighbour at a time: at exchange t, device i mixes half and half with
 * device i ⊕ 2^(t mod p), and after p exchanges all hold the exact mean. G. Cybenko, <i>Dynamic
 * Load Balancing for Distributed Memory Multiprocessors</i>, Journal of Parallel and Distributed
 * Computing 7 (1989), dimension exchange.
 */
@TopologyPlugin(name = "hypercube")
@Designate(ocd = Hypercube.Config.class, factory = true)
@Component(service = Topology.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Hypercube extends PeriodicTopology {

  @ObjectClassDefinition(
      name = "Hypercube",
      description =
          "Each device talks to one other at a time, along the dimensions of a cube in turn, after"
              + " which all hold the exact mean; for 2, 4, 8, 16 and so on devices.")
  @interface Config {}

  @Override
  GraphSequence sequence(int devices) {
    int below = Integer.highestOneBit(devices);
    if (below != devices) {
      throw new IllegalArgumentException(
          "a hypercube has a power of two of devices, and "
              + devices
              + " is none: take "
              + below
              + " or "
              + 2L * below
              + ", or base-graph, which takes any number");
    }
    return HyperHypercube.of(devices, 1).orElseThrow();
  }
}
