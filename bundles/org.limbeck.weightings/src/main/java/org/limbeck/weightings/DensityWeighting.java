package org.limbeck.weightings;

import org.limbeck.api.Block;
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
 * Those count more on a row to whose private rows it is more alike than to the reference rows:
 * a_n(x) = λ min(r_n(x), most) + 1 − λ, with r_n the {@linkplain ReferenceDensityRatio ratio} of
 * the density of the private rows of device n to that of the reference rows. For skew that is not
 * of labels, such as of writers, places or instruments. Where the reference rows are of the same
 * sources as the private rows of all devices, as many of each, the mean of r_n(x) over the devices
 * is 1 on every row, and this is the distribution-weighted rule of Y. Mansour, M. Mohri, A.
 * Rostamizadeh, <i>Domain Adaptation with Multiple Sources</i>, NIPS 2008.
 *
 * <p>Nothing is sent for it, but weights tell of the private rows in other ways than the model
 * does. A device without private rows has weight 1 everywhere.
 */
@WeightingPlugin(name = "by-density")
@Designate(ocd = DensityWeighting.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DensityWeighting implements Weighting {

  @ObjectClassDefinition(
      name = "By density",
      description = "Those count more on a row who have private rows like it.")
  @interface Config {
    @AttributeDefinition(
        description = "Lambda, how far weights are from 1: 0, not at all, to 1",
        min = "0",
        max = "1")
    float strength() default 0.8f;

    @AttributeDefinition(
        description =
            "How strongly the model that tells private rows from reference rows is kept from"
                + " fitting single rows, 0.0001 to 1",
        min = "0.0001",
        max = "1")
    float regularization() default 0.001f;

    @AttributeDefinition(
        description = "The most that a weight can be, 1 to 64",
        min = "1",
        max = "64")
    float most() default 8;
  }

  private final float regularization;
  private final InterpolatedWeight weight;

  @Activate
  public DensityWeighting(Config config) {
    this(config.strength(), config.regularization(), config.most());
  }

  /**
   * Makes a weighting.
   *
   * @param strength λ, 0 to 1
   * @param regularization of the model that tells private rows from reference rows, 0.0001 to 1
   * @param most the most that a weight can be, 1 to 64
   * @throws IllegalArgumentException if one is out of its range
   */
  public DensityWeighting(float strength, float regularization, float most) {
    this.weight = new InterpolatedWeight(strength, most);
    if (!(regularization >= 1e-4f && regularization <= 1)) {
      throw new IllegalArgumentException("regularization is 0.0001 to 1, not " + regularization);
    }
    this.regularization = regularization;
  }

  @Override
  public float most() {
    return weight.most();
  }

  @Override
  public DecisionWeights open(LabelledRows rows, ReferenceDataset reference, int classes) {
    if (rows.rows() == 0) {
      return (decisions, network) -> {};
    }
    float[] weights = new ReferenceDensityRatio(rows, reference, regularization).values();
    for (int row = 0; row < weights.length; row++) {
      weights[row] = weight.of(Math.min(weights[row], weight.most()));
    }
    return (decisions, network) -> weigh(decisions, weights);
  }

  private static void weigh(Block decisions, float[] weights) {
    int classes = decisions.width();
    for (int row = 0; row < decisions.rows(); row++) {
      float weight = weights[decisions.ids()[row]];
      InterpolatedWeight.multiply(decisions.values(), row * classes, classes, weight);
    }
  }
}
