package org.limbeck.topologies;

import java.util.List;
import java.util.random.RandomGenerator;
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
 * Devices stand in rows and columns, and each talks to those beside, above and below it. A grid of
 * one row or one column is a path.
 */
@TopologyPlugin(name = "grid")
@Designate(ocd = Grid.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Grid implements Topology {

  @ObjectClassDefinition(
      name = "Grid",
      description = "Devices stand in rows and columns, and each talks to those around it.")
  @interface Config {
    @AttributeDefinition(description = Lattice.ROWS, min = "0")
    int rows() default 0;

    @AttributeDefinition(description = Lattice.COLUMNS, min = "0")
    int columns() default 0;
  }

  private final Lattice lattice;

  @Activate
  public Grid(Config config) {
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
  public Grid(int rows, int columns) {
    this.lattice = new Lattice(rows, columns);
  }

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    return lattice.connect(devices.size(), false);
  }
}
