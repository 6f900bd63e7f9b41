package org.limbeck.weightings;

import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.weighting.DecisionWeights;
import org.limbeck.api.weighting.Weighting;
import org.limbeck.api.weighting.WeightingPlugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** All devices count alike on all rows, as in Bistritz, Mann, Bambos (NeurIPS 2020). */
@WeightingPlugin(name = "uniform")
@Designate(ocd = UniformWeighting.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class UniformWeighting implements Weighting {

  @ObjectClassDefinition(name = "Uniform", description = "All devices count alike on all rows.")
  @interface Config {}

  @Override
  public DecisionWeights open(LabelledRows rows, ReferenceDataset reference, int classes) {
    return (decisions, network) -> {};
  }

  @Override
  public boolean isUniform() {
    return true;
  }

  @Override
  public boolean readsPrivateRows() {
    return false;
  }
}
