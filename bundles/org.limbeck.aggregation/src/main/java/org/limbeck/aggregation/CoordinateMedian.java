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
 * The median of every class by itself, of what a device and its neighbours say in the round: the
 * mean of the two in the middle where their number is even. D. Yin, Y. Chen, K. Ramchandran, P.
 * Bartlett, <i>Byzantine-Robust Distributed Learning: Towards Optimal Statistical Rates</i>, ICML
 * 2018, definition 1.
 *
 * <p>Fewer than half of them cannot move a class beyond what the others say of it. The medians of a
 * row need not have the sum 1.
 */
@AggregationRulePlugin(name = "coordinate-median")
@Designate(ocd = CoordinateMedian.Config.class, factory = true)
@Component(service = AggregationRule.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class CoordinateMedian extends FreshRule {

  @ObjectClassDefinition(
      name = "Coordinate median",
      description = "The median, class by class, of what a device and its neighbours say.")
  @interface Config {
    @AttributeDefinition(description = RobustnessCheck.ADVERSARIES, min = "0")
    int adversaries() default 1;
  }

  private final RobustnessCheck withstanding;

  @Activate
  public CoordinateMedian(Config config) {
    this(config.adversaries());
  }

  /** Makes the rule, which shall withstand so many adversaries among a device's neighbours. */
  public CoordinateMedian(int adversaries) {
    this.withstanding = new RobustnessCheck(adversaries);
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
  }
}
