package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Heard;
import org.limbeck.api.algorithm.ServerChannel;

/**
 * The exchange of dynamic averaging. A device sends its weights when they have gone too far from
 * the reference r, which is the last mean of all devices; the others are asked for theirs if the
 * mean of those who have sent is too far from r too, or once the devices have sent as often as
 * there are devices since r was set. A device that has neither sent nor been asked keeps its
 * weights. Keeps r and how often devices have sent.
 */
final class DynamicSynchronization implements WeightExchange {
  private final WeightRows weights;
  private final ServerChannel server;
  private final double divergence;
  private final WeightVector reference;
  private boolean hasReference;
  private int violations;

  /**
   * Begins without a reference: all devices send in the first exchange.
   *
   * @param divergence Δ, the squared L2 distance from r that is still near enough; at least 0
   */
  DynamicSynchronization(Device device, SgdOptions options, double divergence) {
    this.weights = new WeightRows(device);
    this.divergence = divergence;
    this.reference = new WeightVector(weights.count());
    this.server = device.openServer(weights.rows(), WeightRows.WIDTH, WeightRows.at(options), 1);
  }

  @Override
  public void send(long round) {
    Block own = weights.get();
    if (!hasReference || distance(own) > divergence) {
      server.send(round, own);
    } else {
      server.offer(round, own, divergence, server.devices() - violations);
    }
  }

  @Override
  public void receive(long round) {
    Block mean = server.mean(round);
    if (mean.rows() > 0) {
      weights.set(mean);
    }
    Heard heard = server.heard(round);
    violations += heard.sent();
    if (heard.all() == server.devices()) {
      System.arraycopy(mean.values(), 0, reference.values(), 0, weights.count());
      hasReference = true;
      violations = 0;
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeBoolean(hasReference);
    out.writeInt(violations);
    reference.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    hasReference = in.readBoolean();
    violations = in.readInt();
    reference.restore(in);
  }

  private double distance(Block own) {
    double sum = 0;
    for (int i = 0; i < weights.count(); i++) {
      double difference = (double) own.values()[i] - reference.values()[i];
      sum = Math.fma(difference, difference, sum);
    }
    return sum;
  }
}
