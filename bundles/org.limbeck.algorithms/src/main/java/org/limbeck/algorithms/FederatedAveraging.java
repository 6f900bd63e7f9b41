package org.limbeck.algorithms;

import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.ServerChannel;

/**
 * The exchange of FedAvg. A device takes over the mean of all devices' weights, each counted by its
 * private rows.
 */
class FederatedAveraging implements WeightExchange {
  private final WeightRows weights;
  private final ServerChannel server;

  FederatedAveraging(Device device, SgdOptions options, WeightRows weights) {
    this.weights = weights;
    this.server =
        device.openServer(
            weights.rows(), WeightRows.WIDTH, WeightRows.at(options), device.data().rows());
  }

  @Override
  public void send(long round) {
    server.send(round, weights.get());
  }

  @Override
  public void receive(long round) {
    takeOver(server.mean(round));
  }

  /** Takes over the mean that the server has just sent. */
  void takeOver(Block mean) {
    weights.set(mean);
  }
}
