package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.AlgorithmPlugin;
import org.limbeck.api.algorithm.ForwardingAlgorithm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * Dynamic averaging: FedAvg whose devices send their weights only when they have gone too far from
 * the last mean of all. M. Kamp, L. Adilova, J. Sicking, F. Hüger, P. Schlicht, T. Wirtz, S.
 * Wrobel, <i>Efficient Decentralized Deep Learning by Dynamic Model Averaging</i>, ECML PKDD 2018,
 * the dynamic averaging protocol.
 */
@AlgorithmPlugin(name = "dynamic-averaging")
@Designate(ocd = DynamicAveraging.Config.class, factory = true)
@Component(service = Algorithm.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DynamicAveraging extends ForwardingAlgorithm {

  @ObjectClassDefinition(
      name = "Dynamic averaging",
      description = "FedAvg whose devices send weights only when they have gone too far.")
  @interface Config {
    @AttributeDefinition(
        description =
            "Delta, the squared L2 distance from the last mean of all up to which a device keeps"
                + " silent, 0 or more",
        min = "0")
    float divergence() default 1;

    @AttributeDefinition(description = "Rounds from one check to the next, 1 or more", min = "1")
    int exchangeEvery() default 1;

    @AttributeDefinition(description = OptionTexts.STEP_SIZE, min = OptionTexts.LEAST_STEP_SIZE)
    float stepSize() default 0.4f;

    @AttributeDefinition(
        description = OptionTexts.SCHEDULE,
        options = {@Option("constant"), @Option("inverse"), @Option("inverse-sqrt")})
    String schedule() default "inverse";

    @AttributeDefinition(description = OptionTexts.DECAY, min = "0")
    float decay() default 0.001f;
  }

  @Activate
  public DynamicAveraging(Config config) {
    this(
        config.divergence(),
        new SgdOptions(
            config.exchangeEvery(),
            StepSize.of(config.stepSize(), config.schedule(), config.decay())));
  }

  /**
   * Makes the algorithm.
   *
   * @param divergence Δ, at least 0
   * @throws IllegalArgumentException if {@code divergence} is out of range
   */
  public DynamicAveraging(float divergence, SgdOptions options) {
    super(
        new SgdAlgorithm(
            options, (device, same) -> new DynamicSynchronization(device, same, divergence)));
    if (!(divergence >= 0)) {
      throw new IllegalArgumentException("divergence is 0 or more, not " + divergence);
    }
  }
}
