package org.limbeck.topologies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.topology.TopologyPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Graphs of a small degree k that follow each other, for any number of devices, after which all
 * hold the exact mean. With n = p · q, where p has the prime factors up to k + 1 and q the others,
 * p groups of q devices come to their means by the rounds of {@link SimpleBaseGraph}, and then q
 * groups, with a device of each of these, by those of {@link HyperHypercube}; or all devices by the
 * rounds of {@link SimpleBaseGraph}, where these are fewer. Exact after 2 log_{k+1}(n) + 2 rounds
 * or fewer. Y. Takezawa, R. Sato, H. Bao, K. Niwa, M. Yamada, <i>Beyond Exponential Graph:
 * Communication-Efficient Topologies for Decentralized Learning via Finite-time Convergence</i>,
 * NeurIPS 2023, algorithm 3.
 */
@TopologyPlugin(name = "base-graph")
@Designate(ocd = BaseGraph.Config.class, factory = true)
@Component(service = Topology.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class BaseGraph extends PeriodicTopology {

  @ObjectClassDefinition(
      name = "Base graph",
      description =
          "Graphs of few neighbours that follow each other, after which all hold the exact mean;"
              + " for any number of devices.")
  @interface Config {
    @AttributeDefinition(
        description = "Neighbours that a device has at the same time, at most; 1 or more",
        min = "1")
    int degree() default 1;
  }

  private final int degree;

  @Activate
  public BaseGraph(Config config) {
    this(config.degree());
  }

  /**
   * Makes the topology.
   *
   * @param degree k, the neighbours that a device has at the same time, at least 1
   * @throws IllegalArgumentException if it is less
   */
  public BaseGraph(int degree) {
    if (degree < 1) {
      throw new IllegalArgumentException("degree is 1 or more, not " + degree);
    }
    this.degree = degree;
  }

  @Override
  GraphSequence sequence(int devices) {
    int groups = smoothPart(devices);
    GraphSequence simple = SimpleBaseGraph.of(devices, degree);
    GraphSequence within = SimpleBaseGraph.of(devices / groups, degree);
    GraphSequence across = HyperHypercube.of(groups, degree).orElseThrow();
    return simple.length() < within.length() + across.length()
        ? simple
        : combined(devices, within, across);
  }

  /** Returns the largest divisor of a number that has no prime factor above k + 1. */
  private int smoothPart(int number) {
    int rest = number;
    for (int factor = 2; factor <= rest && factor - 1 <= degree; factor++) {
      while (rest % factor == 0) {
        rest /= factor;
      }
    }
    return number / rest;
  }

  private static GraphSequence combined(int devices, GraphSequence within, GraphSequence across) {
    int length = within.size();
    int groups = across.size();
    List<Map<Edge, Double>> rounds = new ArrayList<>();
    for (int round = 0; round < within.length(); round++) {
      Map<Edge, Double> edges = new TreeMap<>();
      for (int group = 0; group < groups; group++) {
        int first = group * length;
        within.addRound(round, IntStream.range(first, first + length).toArray(), edges);
      }
      rounds.add(edges);
    }
    for (int round = 0; round < across.length(); round++) {
      Map<Edge, Double> edges = new TreeMap<>();
      for (int place = 0; place < length; place++) {
        int member = place;
        int[] one = IntStream.range(0, groups).map(group -> group * length + member).toArray();
        across.addRound(round, one, edges);
      }
      rounds.add(edges);
    }
    return new GraphSequence(devices, rounds);
  }
}
