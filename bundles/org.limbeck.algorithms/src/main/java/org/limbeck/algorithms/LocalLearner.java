package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/** A device that learns from its private rows alone. Keeps nothing between rounds. */
final class LocalLearner implements Participant {
  private final Device device;
  private final StepSize stepSize;
  private final PrivateBatch batch;
  private final Lesson lesson;

  LocalLearner(Device device, StepSize stepSize) {
    this.device = device;
    this.stepSize = stepSize;
    this.batch = new PrivateBatch(device.data(), features(), device.training().batch());
    this.lesson = lesson(batch);
  }

  @Override
  public void begin(long round) {}

  @Override
  public void finish(long round, Losses losses) {
    RandomGenerator random = device.stream("private-batch", round);
    for (int step = 0; step < device.training().localSteps(); step++) {
      batch.draw(random);
      device.model().step(lesson, stepSize.at(round), losses);
    }
  }

  @Override
  public Lesson fullLesson() {
    return lesson(PrivateBatch.all(device.data(), features()));
  }

  @Override
  public void save(DataOutput out) {}

  @Override
  public void restore(DataInput in) {}

  private Lesson lesson(PrivateBatch rows) {
    return new Lesson(
        rows.inputs(),
        rows.labels(),
        new Block(0, features()),
        new Block(0, device.classes()),
        DistillationLoss.SQUARED,
        0);
  }

  private int features() {
    return device.reference().shape().features();
  }
}
