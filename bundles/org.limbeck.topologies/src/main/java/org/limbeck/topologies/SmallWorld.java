package org.limbeck.topologies;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
 * A ring on which each device talks to the nearest on either side, and of whose edges some lead
 * elsewhere: each is rewired with some probability to a device chosen at random, without loops and
 * double edges; redrawn until it is connected. D. Watts, S. Strogatz, <i>Collective Dynamics of
 * 'Small-World' Networks</i>, Nature 393 (1998).
 */
@TopologyPlugin(name = "small-world")
@Designate(ocd = SmallWorld.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SmallWorld implements Topology {
  private static final int MOST_DRAWS = 1_000;

  @ObjectClassDefinition(
      name = "Small world",
      description = "A ring of near neighbours, some of whose edges lead elsewhere.")
  @interface Config {
    @AttributeDefinition(
        description =
            "Neighbours on the ring, half of them on either side: an even number, 2 or more; with"
                + " few devices, all others if they are fewer",
        min = "2")
    int neighbours() default 4;

    @AttributeDefinition(
        description = "The probability that an edge is rewired, from 0 to 1",
        min = "0",
        max = "1")
    double rewire() default 0.1;
  }

  private final int neighbours;
  private final double rewire;

  @Activate
  public SmallWorld(Config config) {
    this(config.neighbours(), config.rewire());
  }

  /**
   * Makes the topology.
   *
   * @param neighbours neighbours on the ring: an even number, at least 2
   * @param rewire the probability that an edge is rewired, from 0 to 1
   * @throws IllegalArgumentException if one is not
   */
  public SmallWorld(int neighbours, double rewire) {
    if (neighbours < 2 || neighbours % 2 != 0) {
      throw new IllegalArgumentException(
          "neighbours is an even number, 2 or more, half on either side, not " + neighbours);
    }
    if (!(rewire >= 0 && rewire <= 1)) {
      throw new IllegalArgumentException("rewire is from 0 to 1, not " + rewire);
    }
    this.neighbours = neighbours;
    this.rewire = rewire;
  }

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    int n = devices.size();
    if (n <= neighbours + 1) {
      return new Complete().connect(devices, random);
    }
    return RejectionSampling.untilConnected(MOST_DRAWS, () -> Optional.of(draw(n, random)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no connected graph of "
                        + n
                        + " devices came up in "
                        + MOST_DRAWS
                        + " draws: use more neighbours than "
                        + neighbours
                        + ", or rewire less than "
                        + rewire));
  }

  private Graph draw(int n, RandomGenerator random) {
    Set<Edge> edges = new HashSet<>();
    int[] degree = new int[n];
    for (int reach = 1; reach <= neighbours / 2; reach++) {
      for (int device = 0; device < n; device++) {
        edges.add(new Edge(device, (device + reach) % n));
        degree[device] += 2;
      }
    }
    for (int reach = 1; reach <= neighbours / 2; reach++) {
      for (int device = 0; device < n; device++) {
        if (random.nextDouble() < rewire && degree[device] < n - 1) {
          int former = (device + reach) % n;
          int other = stranger(device, n, edges, random);
          edges.remove(new Edge(device, former));
          edges.add(new Edge(device, other));
          degree[former]--;
          degree[other]++;
        }
      }
    }
    return new Graph(n, edges);
  }

  private static int stranger(int device, int n, Set<Edge> edges, RandomGenerator random) {
    int other;
    do {
      other = random.nextInt(n);
    } while (other == device || edges.contains(new Edge(device, other)));
    return other;
  }
}
