package org.example.cylinder;

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
 * Devices stand in a grid whose left and right borders meet: each talks to those beside, above and
 * below it.
 */
@TopologyPlugin(name = "cylinder")
@Designate(ocd = Cylinder.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Cylinder implements Topology {

  @ObjectClassDefinition(
      name = "Cylinder",
      description = "A grid whose left and right meet: each device talks to those around it.")
  @interface Config {
    @AttributeDefinition(
        description =
            "Rows of the grid, a divisor of the number of devices; 0: as square as it goes",
        min = "0")
    int rows() default 0;
  }

  private final int rows;

  @Activate
  public Cylinder(Config config) {
    this(config.rows());
  }

  /** Makes the topology with so many rows, or as square as it goes if that is 0. */
  public Cylinder(int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException(
          "a cylinder has 1 row or more, or 0 to choose, not " + rows);
    }
    this.rows = rows;
  }

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    int n = devices.size();
    int height = rows == 0 ? squarest(n) : rows;
    if (n % height != 0) {
      throw new IllegalArgumentException(
          n + " devices do not fill a cylinder of " + height + " rows: choose a divisor of " + n);
    }
    int width = n / height;
    List<Edge> edges = new ArrayList<>();
    for (int device = 0; device < n; device++) {
      int row = device / width;
      int column = device % width;
      if (width > 1) {
        edges.add(new Edge(device, row * width + (column + 1) % width));
      }
      if (row + 1 < height) {
        edges.add(new Edge(device, device + width));
      }
    }
    return new Graph(n, edges);
  }

  private static int squarest(int devices) {
    int height = (int) Math.sqrt(devices);
    while (devices % height != 0) {
      height--;
    }
    return height;
  }
}
