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
 * A device of CHOCO-SGD. It trains, brings the public copy of its weights up to date, and moves its
 * weights as the public copies differ. Keeps nothing between rounds but what the channel keeps.
 */
final class ChocoLearner implements Participant {
  private final LocalTraining training;
  private final ExchangeInterval interval;
  private final WeightRows weights;
  private final Channel channel;
  private final Losses trained = new Losses();

  ChocoLearner(Device device, StepSize stepSize, ExchangeInterval interval) {
    this.training = new LocalTraining(device, stepSize);
    this.interval = interval;
    this.weights = new WeightRows(device);
    this.channel =
        device.open(weights.rows(), WeightRows.WIDTH, WeightRows.at(interval), Coding.DIFFERENCES);
  }

  @Override
  public void begin(long round) {
    trained.reset();
    training.run(round, LocalTraining.Correction.NONE, trained);
    if (interval.endsWith(round)) {
      channel.send(round, weights.get());
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    losses.add(trained.local(), trained.distillation());
    if (interval.endsWith(round)) {
      Block own = weights.get();
      WeightRows.mix(
          own.values(), weights.count(), channel.own(round), channel.peers(round), channel.gamma());
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
