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
 * Gradient tracking: devices mix their weights, and step down what they know of the mean gradient
 * of all, so that they agree on the optimum of the sum of their losses even with a constant step
 * size. A. Nedić, A. Olshevsky, W. Shi, <i>Achieving Geometric Convergence for Distributed
 * Optimization over Time-Varying Graphs</i>, SIAM J. Optimization 27(4), 2017; with minibatches S.
 * Pu, A. Nedić, <i>Distributed Stochastic Gradient Tracking Methods</i>, Mathematical Programming
 * 187, 2021, (3). With several steps from one exchange to the next Y. Liu and others,
 * <i>Decentralized Gradient Tracking with Local Steps</i>, Optimization Methods and Software, 2024;
 * with codecs that lose Y. Liao and others, <i>A Compressed Gradient Tracking Method for
 * Decentralized Optimization with Linear Convergence</i>, IEEE Trans. Automatic Control 67(10),
 * 2022.
 */
@AlgorithmPlugin(name = "gradient-tracking")
@Designate(ocd = GradientTracking.Config.class, factory = true)
@Component(service = Algorithm.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class GradientTracking extends ForwardingAlgorithm {

  @ObjectClassDefinition(
      name = "Gradient tracking",
      description = "Devices agree on the optimum of all by tracking the mean gradient.")
  @interface Config {
    @AttributeDefinition(description = OptionTexts.EXCHANGE_EVERY, min = "1")
    int exchangeEvery() default 1;

    @AttributeDefinition(description = OptionTexts.STEP_SIZE, min = OptionTexts.LEAST_STEP_SIZE)
    float stepSize() default 0.2f;

    @AttributeDefinition(
        description = OptionTexts.SCHEDULE,
        options = {@Option("constant"), @Option("inverse"), @Option("inverse-sqrt")})
    String schedule() default "inverse";

    @AttributeDefinition(description = OptionTexts.DECAY, min = "0")
    float decay() default 0.001f;
  }

  @Activate
  public GradientTracking(Config config) {
    this(
        new SgdOptions(
            config.exchangeEvery(),
            StepSize.of(config.stepSize(), config.schedule(), config.decay())));
  }

  /** Makes the algorithm. */
  public GradientTracking(SgdOptions options) {
    super(new SgdAlgorithm(options, GradientTracker::new));
  }
}
