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

/** Devices stand in a row, and each talks to those beside it. */
@TopologyPlugin(name = "path")
@Designate(ocd = Path.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Path implements Topology {

  @ObjectClassDefinition(
      name = "Path",
      description = "Devices stand in a row, and each talks to those beside it.")
  @interface Config {}

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    int n = devices.size();
    return new Graph(n, IntStream.range(1, n).mapToObj(i -> new Edge(i - 1, i)).toList());
  }
}
