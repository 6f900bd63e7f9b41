package org.limbeck.topologies;

import java.util.ArrayList;
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
 * A random graph in which all devices have the same number of neighbours, redrawn until it is
 * connected; the same one for all rounds, or another one every round. Drawn by pairing ends of
 * edges at random, where a pair that would be a loop or a second edge is passed over: A. Steger, N.
 * Wormald, <i>Generating Random Regular Graphs Quickly</i>, Combinatorics, Probability and
 * Computing 8 (1999).
 */
@TopologyPlugin(name = "random-regular")
@Designate(ocd = RandomRegular.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class RandomRegular implements Topology {
  private static final int MOST_DRAWS = 1_000;

  @ObjectClassDefinition(
      name = "Random regular graph",
      description = "Every device talks to the same number of others, chosen at random.")
  @interface Config {
    @AttributeDefinition(
        description =
            "Neighbours of each device, 2 or more; with few devices, all others if they are fewer",
        min = "2")
    int degree() default 4;

    @AttributeDefinition(description = "Whether neighbours are chosen anew every round")
    boolean everyRound() default false;
  }

  private final int degree;
  private final boolean everyRound;

  @Activate
  public RandomRegular(Config config) {
    this(config.degree(), config.everyRound());
  }

  /**
   * Makes the topology of graphs of this degree.
   *
   * @param degree the neighbours of each device, at least 2
   * @param everyRound whether the graph is drawn anew for every round
   * @throws IllegalArgumentException if the degree is less
   */
  public RandomRegular(int degree, boolean everyRound) {
    if (degree < 2) {
      throw new IllegalArgumentException(
          "degree is 2 or more, not " + degree + ": the graph would not be connected");
    }
    this.degree = degree;
    this.everyRound = everyRound;
  }

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    int n = devices.size();
    if (n <= degree + 1) {
      return new Complete().connect(devices, random);
    }
    if ((long) n * degree % 2 != 0) {
      throw new IllegalArgumentException(
          "degree: "
              + n
              + " devices cannot have "
              + degree
              + " neighbours each, as every edge has two ends; make one of the numbers even");
    }
    return RejectionSampling.untilConnected(MOST_DRAWS, () -> draw(n, random))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "degree: no connected graph came up in " + MOST_DRAWS + " draws"));
  }

  @Override
  public boolean isTimeVarying() {
    return everyRound;
  }

  /** Pairs ends until none is left; empty if those left cannot be paired. */
  private Optional<Graph> draw(int n, RandomGenerator random) {
    int[] ends = new int[n * degree];
    for (int end = 0; end < ends.length; end++) {
      ends[end] = end / degree;
    }
    Set<Edge> edges = new HashSet<>();
    int left = ends.length;
    int passed = 0;
    while (left > 0 && passed < ends.length) {
      int i = random.nextInt(left);
      int j = random.nextInt(left);
      int a = Math.min(ends[i], ends[j]);
      int b = Math.max(ends[i], ends[j]);
      if (a != b && edges.add(new Edge(a, b))) {
        int last = Math.max(i, j);
        int first = Math.min(i, j);
        ends[last] = ends[--left];
        ends[first] = ends[--left];
        passed = 0;
      } else {
        passed++;
      }
    }
    return left > 0 ? Optional.empty() : Optional.of(new Graph(n, new ArrayList<>(edges)));
  }
}
