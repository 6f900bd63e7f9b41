package org.limbeck.topologies;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.topology.TopologyPlugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Every device talks to every other. */
@TopologyPlugin(name = "complete")
@Designate(ocd = Complete.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Complete implements Topology {

  @ObjectClassDefinition(name = "Complete", description = "Every device talks to every other.")
  @interface Config {}

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    int n = devices.size();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        edges.add(new Edge(i, j));
      }
    }
    return new Graph(n, edges);
  }
}
