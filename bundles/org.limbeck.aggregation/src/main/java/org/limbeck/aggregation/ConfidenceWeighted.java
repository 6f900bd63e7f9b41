package org.limbeck.aggregation;

import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.AggregationRulePlugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The mean of what a device and its neighbours say in the round, weighted by how sure each is of
 * the row: by the variance of its K soft decisions, σ²(s) = 1/K Σ_k (s_k − 1/K)², which is 0 for
 * one that knows nothing and largest for one that is certain. Y. J. Cho, A. Manoel, G. Joshi, R.
 * Sim, D. Dimitriadis, <i>Heterogeneous Ensemble Knowledge Transfer for Training Large Models in
 * Federated Learning</i>, IJCAI 2022: the weighted consensus of Fed-ET, over a neighbourhood.
 *
 * <p>Those who lie with confidence are believed: not robust.
 */
@AggregationRulePlugin(name = "confidence-weighted")
@Designate(ocd = ConfidenceWeighted.Config.class, factory = true)
@Component(service = AggregationRule.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ConfidenceWeighted extends FreshRule {
  /** Lets those who all know nothing count alike; far below any variance that matters. */
  private static final double LEAST = 1e-9;

  @ObjectClassDefinition(
      name = "Confidence weighted",
      description = "A mean in which those count more who are surer of a row.")
  @interface Config {}

  @Override
  void combine(NeighbourDecisions all, float[] into, int offset) {
    float[] shares = all.scratch();
    for (int n = 0; n < all.size(); n++) {
      shares[n] = (float) (LEAST + variance(all, n));
    }
    all.mean(shares, into, offset);
  }

  private static double variance(NeighbourDecisions all, int n) {
    double mean = 0;
    for (int k = 0; k < all.classes(); k++) {
      mean += all.value(n, k);
    }
    mean /= all.classes();
    double sum = 0;
    for (int k = 0; k < all.classes(); k++) {
      double difference = all.value(n, k) - mean;
      sum = Math.fma(difference, difference, sum);
    }
    return sum / all.classes();
  }
}
