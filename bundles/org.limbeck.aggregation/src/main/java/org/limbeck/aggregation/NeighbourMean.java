package org.limbeck.aggregation;

import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.AggregationRulePlugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The mean of a device's own fresh soft decisions and its neighbours', without tracking: Σ_m w_nm
 * ŝ_m + (1 − Σ_m w_nm) s_n, with the weights of the mixing matrix. The baseline for {@link
 * TrackingMean}: a device learns of its neighbours only, and of others by what these have learnt.
 */
@AggregationRulePlugin(name = "neighbour-mean")
@Designate(ocd = NeighbourMean.Config.class, factory = true)
@Component(service = AggregationRule.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class NeighbourMean extends FreshRule {

  @ObjectClassDefinition(
      name = "Neighbour mean",
      description = "The mean of a device's and its neighbours' soft decisions, not tracked.")
  @interface Config {}

  @Override
  public boolean isLinear() {
    return true;
  }

  @Override
  void combine(NeighbourDecisions all, float[] into, int offset) {
    all.mean(all.weights(), into, offset);
  }
}
