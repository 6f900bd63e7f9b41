package org.limbeck.api.architecture;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The capability of a model to learn with differential privacy. Its state after any number of such
 * steps, and of plain steps on lessons without private rows, tells no more of the private rows than
 * the mechanism lets through.
 */
@ConsumerType
public interface PrivateSteps {

  /**
   * Makes one step like {@link Model#step}, but with a gradient of the local loss that the
   * mechanism protects. The gradient of the distillation loss is as ever: reference rows are
   * public. Also with no private row at all the noise is added, as otherwise one could tell.
   *
   * @param lesson the private batch, drawn by Poisson sampling, and the reference batch with
   *     targets and ρ; left as it is
   * @param stepSize η, above 0
   * @param mechanism how the private rows are protected
   * @param noise where the noise comes from
   * @param losses receives the distillation loss before the step, and NaN as the local loss, which
   *     would tell of private rows
   */
  void privateStep(
      Lesson lesson,
      float stepSize,
      GaussianMechanism mechanism,
      RandomGenerator noise,
      Losses losses);
}
