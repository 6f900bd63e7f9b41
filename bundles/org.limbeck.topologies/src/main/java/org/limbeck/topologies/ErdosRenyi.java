package org.limbeck.topologies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * The random graph G(n, p): any two devices are neighbours with probability p, independently of all
 * others; redrawn until it is connected. P. Erdős, A. Rényi, <i>On the Evolution of Random
 * Graphs</i>, 1960, where it also stands that a graph with p = (ln n + c) / n is connected with
 * probability exp(−exp(−c)) in the limit; independent edges are due to E. Gilbert, <i>Random
 * Graphs</i>, 1959.
 */
@TopologyPlugin(name = "erdos-renyi")
@Designate(ocd = ErdosRenyi.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ErdosRenyi implements Topology {
  private static final int MOST_DRAWS = 100;

  @ObjectClassDefinition(
      name = "Erdős–Rényi graph",
      description = "Any two devices are neighbours with the same probability.")
  @interface Config {
    @AttributeDefinition(
        description = "The probability that two devices are neighbours, above 0 and at most 1",
        min = "0.000001",
        max = "1")
    double probability() default 0.3;
  }

  private final double probability;

  @Activate
  public ErdosRenyi(Config config) {
    this(config.probability());
  }

  /**
   * Makes the topology.
   *
   * @param probability the probability of each edge, above 0 and at most 1
   * @throws IllegalArgumentException if it is not
   */
  public ErdosRenyi(double probability) {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability is above 0 and at most 1, not " + probability);
    }
    this.probability = probability;
  }

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    int n = devices.size();
    return RejectionSampling.untilConnected(MOST_DRAWS, () -> Optional.of(draw(n, random)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "probability: none of %d graphs of %d devices was connected; with %.2g, 19"
                            + " of 20 are",
                        MOST_DRAWS,
                        n,
                        Math.min(1, (Math.log(n) + 3) / n))));
  }

  private Graph draw(int n, RandomGenerator random) {
    List<Edge> edges = new ArrayList<>();
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        if (random.nextDouble() < probability) {
          edges.add(new Edge(a, b));
        }
      }
    }
    return new Graph(n, edges);
  }
}
