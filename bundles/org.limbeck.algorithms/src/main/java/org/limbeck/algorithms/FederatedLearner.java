package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/**
 * A device that trains first, and at the end of every interval takes over the mean of all devices'
 * weights, each counted by its private rows.
 */
final class FederatedLearner implements Participant {
  private final LocalTraining training;
  private final ExchangeInterval interval;
  private final WeightRows weights;
  private final GlobalModel global;
  private final ServerChannel server;
  private final Losses trained = new Losses();

  FederatedLearner(
      Device device,
      StepSize stepSize,
      ExchangeInterval interval,
      WeightRows weights,
      GlobalModel global) {
    this.training = new LocalTraining(device, stepSize);
    this.interval = interval;
    this.weights = weights;
    this.global = global;
    this.server =
        device.openServer(
            weights.rows(), WeightRows.WIDTH, WeightRows.at(interval), device.data().rows());
  }

  @Override
  public void begin(long round) {
    trained.reset();
    training.run(round, global, trained);
    if (interval.endsWith(round)) {
      server.send(round, weights.get());
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    losses.add(trained.local(), trained.distillation());
    if (interval.endsWith(round)) {
      Block mean = server.mean(round);
      weights.set(mean);
      global.replace(mean);
    }
  }

  @Override
  public Lesson fullLesson() {
    return training.fullLesson();
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
