package org.example.thirdparty;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.topology.TopologyPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The first device in the middle, the others on a rim around it. */
@TopologyPlugin(name = "wheel")
@Designate(ocd = Wheel.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Wheel implements Topology {

  @ObjectClassDefinition(name = "Wheel", description = "One in the middle, the others around it.")
  @interface Config {
    @AttributeDefinition(description = "Every how manieth device has a spoke, 1 or more", min = "1")
    int spokes() default 1;
  }

  private final int spokes;

  @Activate
  public Wheel(Config config) {
    this.spokes = config.spokes();
  }

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    int n = devices.size();
    if (n < 4) {
      throw new IllegalArgumentException("a wheel has 4 devices or more, not " + n);
    }
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i < n; i++) {
      edges.add(new Edge(i, i == n - 1 ? 1 : i + 1));
      if ((i - 1) % spokes == 0) {
        edges.add(new Edge(0, i));
      }
    }
    return new Graph(n, edges);
  }
}
