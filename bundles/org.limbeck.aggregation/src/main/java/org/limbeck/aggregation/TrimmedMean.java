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
 * The mean of every class by itself, of what a device and its neighbours say in the round, without
 * the largest and the smallest values. D. Yin, Y. Chen, K. Ramchandran, P. Bartlett,
 * <i>Byzantine-Robust Distributed Learning: Towards Optimal Statistical Rates</i>, ICML 2018,
 * definition 2, whose share β of values is here their number. Where too few are left, it is the
 * median: one or two values always remain.
 *
 * <p>As many adversaries as values are dropped at either end cannot move a class beyond what the
 * others say of it. The means of a row need not have the sum 1.
 */
@AggregationRulePlugin(name = "trimmed-mean")
@Designate(ocd = TrimmedMean.Config.class, factory = true)
@Component(service = AggregationRule.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class TrimmedMean extends FreshRule {

  @ObjectClassDefinition(
      name = "Trimmed mean",
      description = "The mean, class by class, without the largest and the smallest values.")
  @interface Config {
    @AttributeDefinition(
        description =
            "How many values to drop at either end, 0 or more: the adversaries among a device's"
                + " neighbours that it withstands",
        min = "0")
    int trim() default 1;
  }

  private final RobustnessCheck withstanding;

  @Activate
  public TrimmedMean(Config config) {
    this(config.trim());
  }

  /** Makes the rule, which drops so many values at either end. */
  public TrimmedMean(int trim) {
    if (trim < 0) {
      throw new IllegalArgumentException("trim is 0 or more, not " + trim);
    }
    this.withstanding = new RobustnessCheck(trim);
  }

  @Override
  public List<String> concerns(Graph graph) {
    return withstanding.concerns(graph);
  }

  @Override
  void combine(NeighbourDecisions all, float[] into, int offset) {
    int trim = Math.min(withstanding.adversaries(), (all.size() - 1) / 2);
    for (int k = 0; k < all.classes(); k++) {
      float[] sorted = all.sorted(k);
      double sum = 0;
      for (int n = trim; n < all.size() - trim; n++) {
        sum += sorted[n];
      }
      into[offset + k] = (float) (sum / (all.size() - 2 * trim));
    }
  }
}
