package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;

/** An algorithm of the SGD family: devices train, and exchange the weights of their models. */
abstract class SgdAlgorithm implements Algorithm {
  private final SgdOptions options;

  SgdAlgorithm(SgdOptions options) {
    this.options = options;
  }

  @Override
  public Participant join(Device device) {
    LocalTraining training = new LocalTraining(device, options.stepSize());
    return new SgdLearner(training, options, exchange(device, options));
  }

  @Override
  public boolean trainsPrivately() {
    return true;
  }

  @Override
  public boolean exchangesWeights() {
    return true;
  }

  /** Makes what a device does with its weights beside its training steps. */
  abstract WeightExchange exchange(Device device, SgdOptions options);
}
