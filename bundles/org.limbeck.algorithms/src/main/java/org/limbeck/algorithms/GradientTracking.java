package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.AlgorithmPlugin;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
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
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class GradientTracking implements Algorithm {

  @ObjectClassDefinition(
      name = "Gradient tracking",
      description = "Devices agree on the optimum of all by tracking the mean gradient.")
  @interface Config {
    @AttributeDefinition(description = "Rounds from one exchange to the next, 1 or more", min = "1")
    int exchangeEvery() default 1;

    @AttributeDefinition(
        description = "The step size of the first round, 0.000001 or more",
        min = "0.000001")
    float stepSize() default 0.2f;

    @AttributeDefinition(
        description = "How the step size falls with the round t",
        options = {@Option("constant"), @Option("inverse"), @Option("inverse-sqrt")})
    String schedule() default "inverse";

    @AttributeDefinition(
        description = "How fast it falls: by 1 + decay t, or the root of that; 0 or more",
        min = "0")
    float decay() default 0.001f;
  }

  private final ExchangeInterval interval;
  private final StepSize stepSize;

  @Activate
  public GradientTracking(Config config) {
    this(
        config.exchangeEvery(),
        new StepSize(
            config.stepSize(), config.decay(), StepSize.Schedule.named(config.schedule())));
  }

  /**
   * Makes the algorithm.
   *
   * @param exchangeEvery rounds from one exchange to the next, at least 1
   * @param stepSize η
   * @throws IllegalArgumentException if a number is out of range
   */
  public GradientTracking(int exchangeEvery, StepSize stepSize) {
    this.interval = new ExchangeInterval(exchangeEvery);
    this.stepSize = stepSize;
  }

  @Override
  public Participant join(Device device) {
    return new TrackingLearner(device, stepSize, interval);
  }

  @Override
  public boolean trainsPrivately() {
    return true;
  }

  @Override
  public boolean exchangesWeights() {
    return true;
  }
}
