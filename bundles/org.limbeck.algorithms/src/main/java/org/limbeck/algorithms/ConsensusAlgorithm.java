package org.limbeck.algorithms;

import java.util.function.Function;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;

/**
 * An algorithm whose devices distil from what a server makes of their soft decisions.
 *
 * @param options what all of the kind can be told
 * @param rule makes what sets this one apart, for one device
 */
record ConsensusAlgorithm(ConsensusOptions options, Function<Device, ConsensusRule> rule)
    implements Algorithm {

  @Override
  public Participant join(Device device) {
    return new ConsensusLearner(device, options, rule.apply(device));
  }

  @Override
  public boolean trainsPrivately() {
    return true;
  }
}
