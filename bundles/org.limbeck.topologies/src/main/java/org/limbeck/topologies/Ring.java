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

/** Every device talks to the device before it and the device after it, the last to the first. */
@TopologyPlugin(name = "ring")
@Designate(ocd = Ring.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Ring implements Topology {

  @ObjectClassDefinition(
      name = "Ring",
      description =
          "Every device talks to the device before it and the device after it, the last to the"
              + " first.")
  @interface Config {}

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    int n = devices.size();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i + 1 < n; i++) {
      edges.add(new Edge(i, i + 1));
    }
    if (n > 2) {
      edges.add(new Edge(n - 1, 0));
    }
    return new Graph(n, edges);
  }
}
