package org.limbeck.topologies;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

/**
 * A graph that grows by preferential attachment, with few hubs and many devices of few neighbours:
 * each device in turn becomes the neighbour of others before it, chosen with probabilities in
 * proportion to the neighbours that these have. The first ones are all neighbours. A.-L. Barabási,
 * R. Albert, <i>Emergence of Scaling in Random Networks</i>, Science 286 (1999); drawn as in V.
 * Batagelj, U. Brandes, <i>Efficient Generation of Large Random Networks</i>, Physical Review E 71
 * (2005).
 */
@TopologyPlugin(name = "barabasi-albert")
@Designate(ocd = BarabasiAlbert.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class BarabasiAlbert implements Topology {

  @ObjectClassDefinition(
      name = "Barabási–Albert graph",
      description = "Devices join one by one, and prefer neighbours that have many.")
  @interface Config {
    @AttributeDefinition(
        description =
            "Neighbours that a device chooses when it joins, 1 or more; with few devices, all"
                + " others if they are fewer",
        min = "1")
    int attach() default 2;
  }

  private final int attach;

  @Activate
  public BarabasiAlbert(Config config) {
    this(config.attach());
  }

  /**
   * Makes the topology.
   *
   * @param attach neighbours that a device chooses when it joins, at least 1
   * @throws IllegalArgumentException if it is less
   */
  public BarabasiAlbert(int attach) {
    if (attach < 1) {
      throw new IllegalArgumentException("attach is 1 or more, not " + attach);
    }
    this.attach = attach;
  }

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    int n = devices.size();
    if (n <= attach + 1) {
      return new Complete().connect(devices, random);
    }
    List<Edge> edges =
        new ArrayList<>(new Complete().connect(devices.subList(0, attach + 1), random).edges());
    for (int device = attach + 1; device < n; device++) {
      for (int chosen : choose(edges, random)) {
        edges.add(new Edge(chosen, device));
      }
    }
    return new Graph(n, edges);
  }

  /** Chooses devices by their degrees: a random end of a random edge is one. */
  private Set<Integer> choose(List<Edge> edges, RandomGenerator random) {
    Set<Integer> chosen = new LinkedHashSet<>();
    while (chosen.size() < attach) {
      Edge edge = edges.get(random.nextInt(edges.size()));
      chosen.add(random.nextBoolean() ? edge.a() : edge.b());
    }
    return chosen;
  }
}
