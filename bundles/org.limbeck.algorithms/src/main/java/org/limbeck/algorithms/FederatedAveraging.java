package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.ServerChannel;

/**
 * The exchange of FedAvg and FedProx. A device takes over the mean of all devices' weights, each
 * counted by its private rows. Keeps what the algorithm remembers of that mean.
 */
final class FederatedAveraging implements WeightExchange {
  private final WeightRows weights;
  private final GlobalModel global;
  private final ServerChannel server;

  FederatedAveraging(Device device, SgdOptions options, WeightRows weights, GlobalModel global) {
    this.weights = weights;
    this.global = global;
    this.server =
        device.openServer(
            weights.rows(), WeightRows.WIDTH, WeightRows.at(options), device.data().rows());
  }

  @Override
  public void afterStep(float stepSize) {
    global.afterStep(stepSize);
  }

  @Override
  public void send(long round) {
    server.send(round, weights.get());
  }

  @Override
  public void receive(long round) {
    Block mean = server.mean(round);
    weights.set(mean);
    global.replace(mean);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    global.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    global.restore(in);
  }
}
