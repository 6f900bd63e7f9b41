package org.limbeck.aggregation;

import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.AggregationRulePlugin;
import org.limbeck.api.aggregation.Estimate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Tracks the mean of all devices' soft decisions by dynamic average consensus, as in Bistritz,
 * Mann, Bambos (NeurIPS 2020): devices inject the change of their own soft decisions and average
 * with their neighbours, so that on any connected graph every device comes to know the mean.
 */
@AggregationRulePlugin(name = "tracking-mean")
@Designate(ocd = TrackingMean.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class TrackingMean implements AggregationRule {

  @ObjectClassDefinition(
      name = "Tracking mean",
      description = "Tracks the mean of all devices' soft decisions by dynamic average consensus.")
  @interface Config {}

  @Override
  public Estimate open(int rows, int classes) {
    return new TrackedMean(rows, classes);
  }

  @Override
  public boolean conservesSum() {
    return true;
  }
}
