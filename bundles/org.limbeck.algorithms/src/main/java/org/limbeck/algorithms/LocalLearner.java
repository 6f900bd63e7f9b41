package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/** A device that learns from its private rows alone. Keeps nothing between rounds. */
final class LocalLearner implements Participant {
  private final LocalTraining training;

  LocalLearner(Device device, StepSize stepSize) {
    this.training = new LocalTraining(device, stepSize);
  }

  @Override
  public void begin(long round) {}

  @Override
  public void finish(long round, Losses losses) {
    training.run(round, LocalTraining.Correction.NONE, losses);
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
