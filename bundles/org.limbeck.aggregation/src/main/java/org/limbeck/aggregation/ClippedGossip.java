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
 * A device moves from its own soft decisions s_n towards each neighbour's, but by no more than τ_n
 * for any: s_n + Σ_m w_nm min(1, τ_n / ‖ŝ_m − s_n‖) (ŝ_m − s_n). L. He, S. P. Karimireddy, M.
 * Jaggi, <i>Byzantine-Robust Decentralized Learning via ClippedGossip</i>, arXiv:2202.01545 (2022).
 *
 * <p>The radius is given, or adapts to the row and the round: τ_n² = 1/δ Σ_m w_nm ‖ŝ_m − s_n‖² over
 * all neighbours but the f most distant, with δ the weight that those f have. So the f that may be
 * adversaries have no part in it, and move the device no further than its other neighbours do.
 *
 * <p>Adversaries with the sum δ of weights move a target by δ τ_n at most. It is a weighted mean,
 * and so on the simplex if all soft decisions are.
 */
@AggregationRulePlugin(name = "clipped-gossip")
@Designate(ocd = ClippedGossip.Config.class, factory = true)
@Component(service = AggregationRule.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ClippedGossip extends FreshRule {

  @ObjectClassDefinition(
      name = "Clipped gossip",
      description = "A weighted mean in which no neighbour pulls further than a radius.")
  @interface Config {
    @AttributeDefinition(
        description =
            "How far a neighbour may pull, in L2 distance; 0: as the row and the round demand",
        min = "0")
    float radius() default 0;

    @AttributeDefinition(
        description =
            "How many adversaries among a device's neighbours it shall withstand, 0 or more; the"
                + " adaptive radius leaves out as many",
        min = "0")
    int adversaries() default 1;
  }

  private final float radius;
  private final RobustnessCheck withstanding;

  @Activate
  public ClippedGossip(Config config) {
    this(config.radius(), config.adversaries());
  }

  /**
   * Makes the rule.
   *
   * @param radius τ, in L2 distance, above 0; 0 adapts it
   * @param adversaries how many it shall withstand among a device's neighbours, at least 0
   */
  public ClippedGossip(float radius, int adversaries) {
    if (!(radius >= 0)) {
      throw new IllegalArgumentException("radius is 0 or more, not " + radius);
    }
    this.radius = radius;
    this.withstanding = new RobustnessCheck(adversaries);
  }

  @Override
  public List<String> concerns(Graph graph) {
    return withstanding.concerns(graph);
  }

  @Override
  void combine(NeighbourDecisions all, float[] into, int offset) {
    all.copy(0, into, offset);
    float[] distances = all.scratch();
    for (int m = 1; m < all.size(); m++) {
      distances[m] = (float) Math.sqrt(all.squaredDistance(m, into, offset));
    }
    double most = radius > 0 ? radius : adapted(all, distances);
    for (int m = 1; m < all.size(); m++) {
      double share = all.weight(m) * (distances[m] > most ? most / distances[m] : 1);
      for (int k = 0; k < all.classes(); k++) {
        double pull = share * ((double) all.value(m, k) - all.value(0, k));
        into[offset + k] = (float) (into[offset + k] + pull);
      }
    }
  }

  /** Nothing is clipped where no adversary is expected; with nobody but them, all is. */
  private double adapted(NeighbourDecisions all, float[] distances) {
    double far = 0;
    double near = 0;
    for (int m = 1; m < all.size(); m++) {
      if (isAmongTheMostDistant(m, all.size(), distances)) {
        far += all.weight(m);
      } else {
        near += all.weight(m) * distances[m] * distances[m];
      }
    }
    return far > 0 ? Math.sqrt(near / far) : Double.POSITIVE_INFINITY;
  }

  private boolean isAmongTheMostDistant(int m, int size, float[] distances) {
    int further = 0;
    for (int other = 1; other < size; other++) {
      boolean ahead = other < m && distances[other] == distances[m];
      further += distances[other] > distances[m] || ahead ? 1 : 0;
    }
    return further < withstanding.adversaries();
  }
}
