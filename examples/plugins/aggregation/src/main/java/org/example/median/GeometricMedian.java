package org.example.median;

import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.AggregationRulePlugin;
import org.limbeck.api.aggregation.Estimate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The geometric, or spatial, median of a device's own soft decisions and its neighbours': the point with the
 * least sum of distances from them. Fewer than half of them cannot move it far, whatever they say.
 * It is taken of soft decisions that are published afresh every round: a rule that kept a running
 * sum, as tracking does, would let one liar move the mean.
 *
 * <p>K. Pillutla, S. Kakade, Z. Harchaoui, <i>Robust Aggregation for Federated Learning</i>, IEEE
 * Transactions on Signal Processing 70 (2022).
 */
@AggregationRulePlugin(name = "spatial-median")
@Designate(ocd = GeometricMedian.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class GeometricMedian implements AggregationRule {

  @ObjectClassDefinition(
      name = "Spatial median",
      description = "What fewer than half of a device and its neighbours cannot falsify.")
  @interface Config {
    @AttributeDefinition(description = "Steps of the iteration, 1 or more", min = "1")
    int iterations() default 30;
  }

  private final int iterations;

  @Activate
  public GeometricMedian(Config config) {
    this(config.iterations());
  }

  /** Makes the rule with so many steps of Weiszfeld's iteration, at least 1. */
  public GeometricMedian(int iterations) {
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations is 1 or more, not " + iterations);
    }
    this.iterations = iterations;
  }

  @Override
  public Estimate open(int rows, int classes) {
    return new MedianEstimate(rows, classes, iterations);
  }

  @Override
  public boolean conservesSum() {
    return false;
  }
}
