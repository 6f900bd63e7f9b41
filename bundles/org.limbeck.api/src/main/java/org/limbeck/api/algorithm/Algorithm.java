package org.limbeck.api.algorithm;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What devices do in a round. Offered as a service with {@link AlgorithmPlugin}. Stateless and safe
 * for use by several threads at once; the state of a device is its {@link Participant}.
 */
@ConsumerType
public interface Algorithm {

  /** Makes the part that {@code device} plays. */
  Participant join(Device device);

  /**
   * Returns whether devices exchange the weights of their models. All of them must have the same
   * architecture then, with {@link org.limbeck.api.architecture.Weights}, and begin with the same
   * weights.
   */
  default boolean exchangesWeights() {
    return false;
  }

  /**
   * Returns whether a device can go on without waiting for the frames of its neighbours. It uses
   * its channels by {@link Channel#send} and {@link Channel#mix} only then, and asks {@link
   * Channel#opens} before it sends.
   */
  default boolean isAsynchronous() {
    return false;
  }

  /** Returns whether every device is given the private rows of all: only to compare with. */
  default boolean poolsData() {
    return false;
  }

  /**
   * Returns whether devices keep to {@link Training#privacy} where it is set: they take private
   * rows by Poisson sampling with {@link Training#samplingRate}, learn from them by {@link
   * org.limbeck.api.architecture.PrivateSteps} in {@link Training#localSteps} steps a round, and
   * use them for nothing else. With others, private training is refused.
   */
  default boolean trainsPrivately() {
    return false;
  }
}
