package org.limbeck.algorithms;

import java.util.function.BiFunction;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;

/**
 * An algorithm of the SGD family: devices train, and exchange the weights of their models.
 *
 * @param options what all of the family can be told
 * @param exchange makes what a device does with its weights beside its training steps
 */
record SgdAlgorithm(SgdOptions options, BiFunction<Device, SgdOptions, WeightExchange> exchange)
    implements Algorithm {

  @Override
  public Participant join(Device device) {
    LocalTraining training = new LocalTraining(device, options.stepSize());
    return new SgdLearner(training, options, exchange.apply(device, options));
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
