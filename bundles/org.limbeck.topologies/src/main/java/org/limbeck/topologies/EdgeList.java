package org.limbeck.topologies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.commons.text.similarity.LevenshteinDistance;
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

/** A file lists who talks to whom: two devices a line, by their ids or counted from 1. */
@TopologyPlugin(name = "edge-list")
@Designate(ocd = EdgeList.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class EdgeList implements Topology {

  @ObjectClassDefinition(
      name = "Edge list",
      description = "A file lists who talks to whom: two devices a line, # before comments.")
  @interface Config {
    @AttributeDefinition(
        description =
            "The file, seen from where Limbeck was started; devices by their ids or counted from 1")
    String file();
  }

  private final EdgeListFile file;

  @Activate
  public EdgeList(Config config) {
    this(config.file());
  }

  /**
   * Reads the file: UTF-8, two devices a line with spaces or tabs between, each by its id or
   * counted from 1; empty lines, and what follows a {@code #}, do not count.
   *
   * @throws IllegalArgumentException if there is no such file, or a line has not two names
   */
  public EdgeList(String file) {
    this.file = new EdgeListFile(file);
  }

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    Map<String, Integer> vertices = new HashMap<>();
    for (int n = 0; n < devices.size(); n++) {
      vertices.put(Integer.toString(n + 1), n);
    }
    for (int n = 0; n < devices.size(); n++) {
      vertices.put(devices.get(n), n); // an id that is a number counts as an id
    }
    List<Edge> edges = new ArrayList<>();
    for (EdgeListFile.Pair pair : file.pairs()) {
      int a = vertex(pair.line(), pair.a(), vertices, devices);
      int b = vertex(pair.line(), pair.b(), vertices, devices);
      if (a == b) {
        throw file.refusal(
            pair.line(), "an edge joins two devices, not " + pair.a() + " to itself");
      }
      edges.add(new Edge(a, b));
    }
    return new Graph(devices.size(), edges);
  }

  private int vertex(int line, String name, Map<String, Integer> vertices, List<String> devices) {
    Integer vertex = vertices.get(name);
    if (vertex != null) {
      return vertex;
    }
    String nearest =
        devices.stream()
            .min(
                Comparator.comparingInt(
                    id -> LevenshteinDistance.getDefaultInstance().apply(name, id)))
            .orElseThrow();
    throw file.refusal(
        line,
        "there is no device '"
            + name
            + "'; the nearest id is '"
            + nearest
            + "', and numbers count from 1 to "
            + devices.size());
  }
}
