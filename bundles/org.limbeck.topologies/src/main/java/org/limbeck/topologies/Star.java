package org.limbeck.topologies;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.topology.TopologyPlugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The first device talks to all others, and they to it alone. */
@TopologyPlugin(name = "star")
@Designate(ocd = Star.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Star implements Topology {

  @ObjectClassDefinition(
      name = "Star",
      description = "The first device talks to all others, and they to it alone.")
  @interface Config {}

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    int n = devices.size();
    return new Graph(n, IntStream.range(1, n).mapToObj(i -> new Edge(0, i)).toList());
  }
}
