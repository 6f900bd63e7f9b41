package org.limbeck.algorithms;

import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.ServerChannel;

/**
 * The exchange of FedAvg. A device takes over the mean of the weights of those who take part in an
 * interval, each counted by its private rows. The others neither train nor send, and take over the
 * mean too, as it is coded by the difference to the one before.
 */
class FederatedAveraging implements WeightExchange {
  private final Device device;
  private final SgdOptions options;
  private final WeightRows weights;
  private final Participation participation;
  private final ServerChannel server;

  /** The interval that was drawn for last, and whether the device takes part in it. */
  private long drawnInterval = -1;

  private boolean takesPart;

  FederatedAveraging(
      Device device, SgdOptions options, WeightRows weights, Participation participation) {
    this.device = device;
    this.options = options;
    this.weights = weights;
    this.participation = participation;
    this.server =
        device.openServer(
            weights.rows(), WeightRows.WIDTH, WeightRows.at(options), device.data().rows());
  }

  @Override
  public boolean trains(long round) {
    long interval = round / options.exchangeEvery();
    if (interval != drawnInterval) {
      takesPart =
          participation.includes(
              server.place(), server.devices(), device.sharedStream("participants", interval));
      drawnInterval = interval;
    }
    return takesPart;
  }

  @Override
  public void send(long round) {
    if (trains(round)) {
      server.send(round, weights.get());
    }
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
