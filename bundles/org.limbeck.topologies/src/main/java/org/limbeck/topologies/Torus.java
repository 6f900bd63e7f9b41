package org.limbeck.topologies;

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

/**
 * A grid whose opposite borders meet: each device talks to the four around it, and no device stands
 * at a border. A side of two gives one edge and not two; a torus of one row or one column is a
 * ring.
 */
@TopologyPlugin(name = "torus")
@Designate(ocd = Torus.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Torus implements Topology {

  @ObjectClassDefinition(
      name = "Torus",
      description = "A grid whose opposite borders meet: each device talks to the four around it.")
  @interface Config {
    @AttributeDefinition(
        description =
            "Rows; 0: as many as the columns leave, or as square as the number of devices allows",
        min = "0")
    int rows() default 0;

    @AttributeDefinition(
        description =
            "Columns; 0: as many as the rows leave, or as square as the number of devices allows",
        min = "0")
    int columns() default 0;
  }

  private final Sides given;

  @Activate
  public Torus(Config config) {
    this(config.rows(), config.columns());
  }

  /**
   * Makes the topology.
   *
   * @param rows how many rows; 0 for as many as the columns leave
   * @param columns how many columns; 0 for as many as the rows leave, and as square as the number
   *     of devices allows if both are 0
   * @throws IllegalArgumentException if one is negative
   */
  public Torus(int rows, int columns) {
    this.given = new Sides(rows, columns);
  }

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    int n = devices.size();
    Sides sides = given.fit(n);
    List<Edge> edges = new ArrayList<>();
    for (int device = 0; device < n; device++) {
      int row = device / sides.columns();
      int column = device % sides.columns();
      join(device, row * sides.columns() + (column + 1) % sides.columns(), edges);
      join(device, (row + 1) % sides.rows() * sides.columns() + column, edges);
    }
    return new Graph(n, edges);
  }

  private static void join(int a, int b, List<Edge> edges) {
    if (a != b) {
      edges.add(new Edge(a, b));
    }
  }
}
