package org.example.torus;

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

/** Devices stand in a grid whose edges meet: each talks to the four beside, above and below it. */
@TopologyPlugin(name = "torus")
@Designate(ocd = Torus.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Torus implements Topology {

  @ObjectClassDefinition(
      name = "Torus",
      description = "A grid whose edges meet: each device talks to the four around it.")
  @interface Config {
    @AttributeDefinition(
        description =
            "Rows of the grid, a divisor of the number of devices; 0: as square as it goes",
        min = "0")
    int rows() default 0;
  }

  private final int rows;

  @Activate
  public Torus(Config config) {
    this(config.rows());
  }

  /** Makes the topology with so many rows, or as square as it goes if that is 0. */
  public Torus(int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("a torus has 1 row or more, or 0 to choose, not " + rows);
    }
    this.rows = rows;
  }

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    int n = devices.size();
    int height = rows == 0 ? squarest(n) : rows;
    if (n % height != 0) {
      throw new IllegalArgumentException(
          n + " devices do not fill a torus of " + height + " rows: choose a divisor of " + n);
    }
    int width = n / height;
    List<Edge> edges = new ArrayList<>();
    for (int device = 0; device < n; device++) {
      int row = device / width;
      int column = device % width;
      join(device, row * width + (column + 1) % width, edges);
      join(device, (row + 1) % height * width + column, edges);
    }
    return new Graph(n, edges);
  }

  private static void join(int a, int b, List<Edge> edges) {
    if (a != b) { // a grid of one row or column is a ring
      edges.add(new Edge(a, b));
    }
  }

  private static int squarest(int devices) {
    int height = (int) Math.sqrt(devices);
    while (devices % height != 0) {
      height--;
    }
    return height;
  }
}
