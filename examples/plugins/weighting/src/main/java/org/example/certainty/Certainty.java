package org.example.certainty;

import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.weighting.DecisionWeights;
import org.limbeck.api.weighting.Weighting;
import org.limbeck.api.weighting.WeightingPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Those count more on a row whose soft decision has less entropy: a(x) = least + 1 − H(s(x)) / ln
 * K, from {@code least} for one that knows nothing to {@code least} + 1 for one that is certain.
 */
@WeightingPlugin(name = "by-certainty")
@Designate(ocd = Certainty.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Certainty implements Weighting {

  @ObjectClassDefinition(name = "By certainty", description = "Less entropy, more weight.")
  @interface Config {
    @AttributeDefinition(description = "The least weight, 0 to 1", min = "0", max = "1")
    float least() default 0.2f;
  }

  private final float least;

  @Activate
  public Certainty(Config config) {
    this(config.least());
  }

  /** Makes the weighting with this least weight, 0 to 1. */
  public Certainty(float least) {
    if (!(least >= 0 && least <= 1)) {
      throw new IllegalArgumentException("least is 0 to 1, not " + least);
    }
    this.least = least;
  }

  @Override
  public DecisionWeights open(LabelledRows rows, ReferenceDataset reference, int classes) {
    return (decisions, network) -> {
      for (int row = 0; row < decisions.rows(); row++) {
        multiply(decisions.values(), row * classes, classes);
      }
    };
  }

  @Override
  public boolean readsPrivateRows() {
    return false;
  }

  @Override
  public float most() {
    return least + 1;
  }

  private void multiply(float[] values, int begin, int classes) {
    double entropy = 0;
    for (int k = begin; k < begin + classes; k++) {
      entropy -= values[k] > 0 ? values[k] * Math.log(values[k]) : 0;
    }
    float weight = (float) (least + 1 - entropy / Math.log(classes));
    for (int k = begin; k < begin + classes; k++) {
      values[k] *= weight;
    }
  }
}
