package org.limbeck.aggregation;

import java.util.List;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.AggregationRulePlugin;
import org.limbeck.api.topology.Graph;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The point with the least sum of L2 distances from what a device and its neighbours say in the
 * round, by smoothed Weiszfeld iterations from the median of every class: y ← Σ x_i / max(ν, ‖y −
 * x_i‖) / Σ 1 / max(ν, ‖y − x_i‖). K. Pillutla, S. Kakade, Z. Harchaoui, <i>Robust Aggregation for
 * Federated Learning</i>, IEEE Transactions on Signal Processing 70 (2022), algorithm 2.
 *
 * <p>Fewer than half of them cannot move it far, whatever they say: with f of n lying, it is no
 * further from an honest one than 2 (n − f) / (n − 2 f) times the most distant honest one is. It is
 * a weighted mean, and so on the simplex if all of them are.
 */
@AggregationRulePlugin(name = "geometric-median")
@Designate(ocd = GeometricMedian.Config.class, factory = true)
@Component(service = AggregationRule.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class GeometricMedian extends FreshRule {
  /** ν: what a distance counts for at least, so that the iteration goes on where it meets one. */
  private static final double SMOOTHING = 1e-6;

  /** A step that moves no class by more than this is the last. */
  private static final float SETTLED = 1e-6f;

  @ObjectClassDefinition(
      name = "Geometric median",
      description = "The point nearest to all that a device and its neighbours say.")
  @interface Config {
    @AttributeDefinition(description = RobustnessCheck.ADVERSARIES, min = "0")
    int adversaries() default 1;

    @AttributeDefinition(description = "The most steps of the iteration, 1 or more", min = "1")
    int iterations() default 32;
  }

  private final RobustnessCheck withstanding;
  private final int iterations;

  @Activate
  public GeometricMedian(Config config) {
    this(config.adversaries(), config.iterations());
  }

  /**
   * Makes the rule.
   *
   * @param adversaries how many it shall withstand among a device's neighbours, at least 0
   * @param iterations the most steps, at least 1
   */
  public GeometricMedian(int adversaries, int iterations) {
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations is 1 or more, not " + iterations);
    }
    this.withstanding = new RobustnessCheck(adversaries);
    this.iterations = iterations;
  }

  @Override
  public List<String> concerns(Graph graph) {
    return withstanding.concerns(graph);
  }

  @Override
  void combine(NeighbourDecisions all, float[] into, int offset) {
    for (int k = 0; k < all.classes(); k++) {
      into[offset + k] = all.median(k);
    }
    float[] shares = all.scratch();
    boolean moves = true;
    for (int step = 0; step < iterations && moves; step++) {
      for (int n = 0; n < all.size(); n++) {
        double distance = Math.sqrt(all.squaredDistance(n, into, offset));
        shares[n] = (float) (1 / Math.max(SMOOTHING, distance));
      }
      moves = all.mean(shares, into, offset) > SETTLED;
    }
  }
}
