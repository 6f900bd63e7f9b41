package org.limbeck.weightings;

import org.limbeck.api.Block;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.weighting.DecisionWeights;
import org.limbeck.api.weighting.NetworkMean;
import org.limbeck.api.weighting.Weighting;
import org.limbeck.api.weighting.WeightingPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Those count more who are surer of a row: a_n(x) = (max_k s_nk(x))² / 0.6. A model that was
 * trained on some classes only is less sure of rows of others. The private rows stay at home:
 * nothing but the model is asked.
 */
@WeightingPlugin(name = "by-confidence")
@Designate(ocd = ConfidenceWeighting.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ConfidenceWeighting implements Weighting {

  @ObjectClassDefinition(
      name = "By confidence",
      description = "Those count more who are surer of a row.")
  @interface Config {
    @AttributeDefinition(
        description = "The power of the largest soft decision of a row, above 0 and at most 8",
        min = "0.01",
        max = "8")
    float power() default 2;

    @AttributeDefinition(
        description =
            "What this power is on an ordinary row: with it the weight is 1; above 0, at most 1",
        min = "0.01",
        max = "1")
    float ordinary() default 0.6f;
  }

  private final float power;
  private final float ordinary;

  @Activate
  public ConfidenceWeighting(Config config) {
    this(config.power(), config.ordinary());
  }

  /**
   * Makes a weighting.
   *
   * @param power the power of the largest soft decision of a row, above 0 and at most 8
   * @param ordinary what this power is on an ordinary row, above 0 and at most 1
   * @throws IllegalArgumentException if one is out of its range
   */
  public ConfidenceWeighting(float power, float ordinary) {
    if (!(power > 0 && power <= 8)) {
      throw new IllegalArgumentException("power is above 0 and at most 8, not " + power);
    }
    if (!(ordinary > 0 && ordinary <= 1)) {
      throw new IllegalArgumentException("ordinary is above 0 and at most 1, not " + ordinary);
    }
    this.power = power;
    this.ordinary = ordinary;
  }

  @Override
  public DecisionWeights open(LabelledRows rows, ReferenceDataset reference, int classes) {
    return this::weigh;
  }

  @Override
  public boolean readsPrivateRows() {
    return false;
  }

  /** Nobody is surer than certain. */
  @Override
  public float most() {
    return Math.min(64, 1 / ordinary);
  }

  private void weigh(Block decisions, NetworkMean network) {
    int classes = decisions.width();
    float[] values = decisions.values();
    for (int begin = 0; begin < decisions.rows() * classes; begin += classes) {
      float largest = 0;
      for (int k = begin; k < begin + classes; k++) {
        largest = Math.max(largest, values[k]);
      }
      float weight = (float) (Math.pow(largest, power) / ordinary);
      InterpolatedWeight.multiply(values, begin, classes, weight);
    }
  }
}
