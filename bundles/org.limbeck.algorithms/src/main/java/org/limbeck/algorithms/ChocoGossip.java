package org.limbeck.algorithms;

import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.Device;

/**
 * The exchange of CHOCO-SGD. A device brings the public copy of its weights up to date, and moves
 * its weights as the public copies differ. The channel keeps these.
 */
final class ChocoGossip implements WeightExchange {
  private final WeightRows weights;
  private final Channel channel;

  ChocoGossip(Device device, SgdOptions options) {
    this.weights = new WeightRows(device);
    this.channel = weights.open(options, Coding.DIFFERENCES);
  }

  @Override
  public void send(long round) {
    channel.send(round, weights.get());
  }

  @Override
  public void receive(long round) {
    Block own = weights.get();
    weights.mix(own.values(), channel, round, channel.gamma());
    weights.set(own);
  }
}
