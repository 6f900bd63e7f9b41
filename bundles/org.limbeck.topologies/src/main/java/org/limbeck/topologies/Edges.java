package org.limbeck.topologies;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

/** The experiment lists who talks to whom. */
@TopologyPlugin(name = "edges")
@Designate(ocd = Edges.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Edges implements Topology {
  private static final Pattern EDGE = Pattern.compile("\\s*(\\d{1,9})\\s*-\\s*(\\d{1,9})\\s*");

  @ObjectClassDefinition(name = "Edges", description = "The experiment lists who talks to whom.")
  @interface Config {
    @AttributeDefinition(
        description = "Pairs of devices, counted from 1, such as \"1-2\" or \"2-5\"")
    String[] edges();
  }

  private final List<Edge> edges;

  @Activate
  public Edges(Config config) {
    this(config.edges());
  }

  /**
   * Makes the topology.
   *
   * @param edges pairs of devices, counted from 1, such as {@code 1-2}
   * @throws IllegalArgumentException if one is not such a pair
   */
  public Edges(String... edges) {
    this.edges = Stream.of(edges).map(Edges::parse).toList();
  }

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    for (Edge edge : edges) {
      if (edge.b() >= devices.size()) {
        throw new IllegalArgumentException(
            "edge "
                + name(edge)
                + " names a device that is not there: devices are counted from 1 to "
                + devices.size());
      }
    }
    return new Graph(devices.size(), edges);
  }

  private static Edge parse(String text) {
    Matcher matcher = EDGE.matcher(text);
    if (matcher.matches()) {
      int a = Integer.parseInt(matcher.group(1));
      int b = Integer.parseInt(matcher.group(2));
      if (a != b && a > 0 && b > 0) {
        return new Edge(a - 1, b - 1);
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no edge: write two different devices, counted from 1, such as 1-2");
  }

  private static String name(Edge edge) {
    return (edge.a() + 1) + "-" + (edge.b() + 1);
  }
}
