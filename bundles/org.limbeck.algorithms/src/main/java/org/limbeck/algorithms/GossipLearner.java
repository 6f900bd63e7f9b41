package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/**
 * A device of D-PSGD. It mixes the weights with which the round began, and adds the steps that it
 * made from there meanwhile. Keeps nothing between rounds.
 */
final class GossipLearner implements Participant {
  private final LocalTraining training;
  private final ExchangeInterval interval;
  private final WeightRows weights;
  private final Channel channel;

  GossipLearner(Device device, StepSize stepSize, ExchangeInterval interval) {
    this.training = new LocalTraining(device, stepSize);
    this.interval = interval;
    this.weights = new WeightRows(device);
    this.channel =
        device.open(weights.rows(), WeightRows.WIDTH, WeightRows.at(interval), Coding.VALUES);
  }

  @Override
  public void begin(long round) {
    if (interval.endsWith(round)) {
      channel.send(round, weights.get());
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    training.run(round, LocalTraining.Correction.NONE, losses);
    if (interval.endsWith(round)) {
      Block own = weights.get();
      WeightRows.mix(own.values(), weights.count(), channel.own(round), channel.peers(round), 1);
      weights.set(own);
    }
  }

  @Override
  public Lesson fullLesson() {
    return training.fullLesson();
  }

  @Override
  public void save(DataOutput out) {}

  @Override
  public void restore(DataInput in) {}
}
