package org.limbeck.algorithms;

import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.Device;

/**
 * The exchange of D-PSGD. A device mixes the weights with which the round began, and adds the steps
 * that it made from there meanwhile.
 */
final class GossipAveraging implements WeightExchange {
  private final WeightRows weights;
  private final Channel channel;

  GossipAveraging(Device device, SgdOptions options) {
    this.weights = new WeightRows(device);
    this.channel = weights.open(options, Coding.VALUES);
  }

  @Override
  public boolean overlapsTraining() {
    return true;
  }

  @Override
  public void send(long round) {
    channel.send(round, weights.get());
  }

  @Override
  public void receive(long round) {
    Block own = weights.get();
    weights.mix(own.values(), channel, round, 1);
    weights.set(own);
  }
}
