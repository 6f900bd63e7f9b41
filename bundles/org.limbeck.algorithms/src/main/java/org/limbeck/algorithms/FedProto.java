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
 * FedProto: devices send a server the mean embedding of each of their classes, and train so that
 * embeddings of private rows come near the mean over all devices. No reference row is used, and
 * architectures may differ, as long as their embeddings are equally wide. Y. Tan, G. Long, L. Liu,
 * T. Zhou, Q. Lu, J. Jiang, C. Zhang, <i>FedProto: Federated Prototype Learning across
 * Heterogeneous Clients</i>, AAAI 2022, algorithm 1; rows are classified by the model's own last
 * layer instead of by the nearest prototype.
 */
@AlgorithmPlugin(name = "fedproto")
@Designate(ocd = FedProto.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FedProto implements Algorithm {

  @ObjectClassDefinition(
      name = "FedProto",
      description = "Devices exchange the mean embeddings of classes with a server.")
  @interface Config {
    @AttributeDefinition(
        description =
            "Lambda, the weight of the mean squared difference from the prototypes beside the local"
                + " loss, 0 or more",
        min = "0")
    float regularization() default 1;

    @AttributeDefinition(description = OptionTexts.EXCHANGE_EVERY, min = "1")
    int exchangeEvery() default 1;

    @AttributeDefinition(description = OptionTexts.STEP_SIZE, min = OptionTexts.LEAST_STEP_SIZE)
    float stepSize() default 0.1f;

    @AttributeDefinition(
        description = OptionTexts.SCHEDULE,
        options = {@Option("constant"), @Option("inverse"), @Option("inverse-sqrt")})
    String schedule() default "inverse";

    @AttributeDefinition(description = OptionTexts.DECAY, min = "0")
    float decay() default 0.001f;
  }

  private final float regularization;
  private final SgdOptions options;

  @Activate
  public FedProto(Config config) {
    this(
        config.regularization(),
        new SgdOptions(
            config.exchangeEvery(),
            StepSize.of(config.stepSize(), config.schedule(), config.decay())));
  }

  /**
   * Makes the algorithm.
   *
   * @param regularization λ, at least 0
   * @param options when prototypes are exchanged, and η
   * @throws IllegalArgumentException if {@code regularization} is out of range
   */
  public FedProto(float regularization, SgdOptions options) {
    if (!(regularization >= 0)) {
      throw new IllegalArgumentException("regularization is 0 or more, not " + regularization);
    }
    this.regularization = regularization;
    this.options = options;
  }

  @Override
  public Participant join(Device device) {
    return new PrototypeLearner(device, regularization, options);
  }
}
