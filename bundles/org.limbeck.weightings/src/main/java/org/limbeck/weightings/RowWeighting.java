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
 * Those count more on a row who have seen more of the classes that it is likely to be of: a_n(x) =
 * λ Σ_k α_nk s_nk(x) + 1 − λ, with α_nk how much more often device n has class k than the mean
 * device. Where devices differ in how often they have each class, this is the distribution-weighted
 * rule of Y. Mansour, M. Mohri, A. Rostamizadeh, <i>Domain Adaptation with Multiple Sources</i>,
 * NIPS 2008, with s for the class of the row.
 *
 * <p>Devices tell the mean of the shares of their classes.
 */
@WeightingPlugin(name = "by-row")
@Designate(ocd = RowWeighting.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class RowWeighting implements Weighting {

  @ObjectClassDefinition(
      name = "By row",
      description = "Those count more on a row who have seen more of its likely classes.")
  @interface Config {
    @AttributeDefinition(
        description = "Lambda, how far weights are from 1: 0, not at all, to 1",
        min = "0",
        max = "1")
    float strength() default 0.8f;

    @AttributeDefinition(
        description = "How far the shares of classes are drawn towards all alike, 0 or more",
        min = "0")
    float smoothing() default 0.05f;

    @AttributeDefinition(
        description = "The most that a weight can be, 1 to 64",
        min = "1",
        max = "64")
    float most() default 8;
  }

  private final float smoothing;
  private final InterpolatedWeight weight;

  @Activate
  public RowWeighting(Config config) {
    this(config.strength(), config.smoothing(), config.most());
  }

  /**
   * Makes a weighting.
   *
   * @param strength λ, 0 to 1
   * @param smoothing how far the shares of classes are drawn towards all alike, 0 or more
   * @param most the most that a weight can be, 1 to 64
   * @throws IllegalArgumentException if one is out of its range
   */
  public RowWeighting(float strength, float smoothing, float most) {
    this.weight = new InterpolatedWeight(strength, most);
    if (!(smoothing >= 0)) {
      throw new IllegalArgumentException("smoothing is 0 or more, not " + smoothing);
    }
    this.smoothing = smoothing;
  }

  @Override
  public boolean tellsProfile() {
    return true;
  }

  @Override
  public float most() {
    return weight.most();
  }

  @Override
  public DecisionWeights open(LabelledRows rows, ReferenceDataset reference, int classes) {
    LabelRatios ratios = new LabelRatios(rows, classes, smoothing, weight.most());
    return new DecisionWeights() {
      @Override
      public void profile(float[] into) {
        ratios.profile(into);
      }

      @Override
      public void weigh(Block decisions, NetworkMean network) {
        float[] alpha = ratios.update(network);
        for (int row = 0; row < decisions.rows(); row++) {
          weigh(decisions.values(), row * classes, alpha);
        }
      }

      private void weigh(float[] values, int begin, float[] alpha) {
        float expected = 0;
        for (int k = 0; k < classes; k++) {
          expected = Math.fma(alpha[k], values[begin + k], expected);
        }
        InterpolatedWeight.multiply(values, begin, classes, weight.of(expected));
      }
    };
  }
}
