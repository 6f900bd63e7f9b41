package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/** A device that learns from its private rows alone. Keeps nothing between rounds. */
final class LocalLearner implements Participant {

  /** A batch with the lesson of its rows. */
  private record Buffers(PrivateBatch batch, Lesson lesson) {}

  /** The most rows of a batch, features of a row, and the number of classes K. */
  private record Sizes(int rows, int features, int classes) implements Scratch<Buffers> {

    @Override
    public Buffers make() {
      PrivateBatch batch = new PrivateBatch(rows, features);
      return new Buffers(batch, lesson(batch));
    }

    Lesson lesson(PrivateBatch batch) {
      return new Lesson(
          batch.inputs(),
          batch.labels(),
          new Block(0, features),
          new Block(0, classes),
          DistillationLoss.SQUARED,
          0);
    }
  }

  private final Device device;
  private final StepSize stepSize;
  private final RowSampler sampler;
  private final Sizes sizes;

  LocalLearner(Device device, StepSize stepSize) {
    this.device = device;
    this.stepSize = stepSize;
    this.sampler = new RowSampler(device.data().rows(), device.training().batch());
    this.sizes = new Sizes(sampler.size(), device.reference().shape().features(), device.classes());
  }

  @Override
  public void begin(long round) {}

  @Override
  public void finish(long round, Losses losses) {
    Buffers buffers = device.scratch(sizes);
    RandomGenerator random = device.stream("private-batch", round);
    for (int step = 0; step < device.training().localSteps(); step++) {
      buffers.batch().draw(device.data(), sampler, random);
      device.model().step(buffers.lesson(), stepSize.at(round), losses);
    }
  }

  @Override
  public Lesson fullLesson() {
    return sizes.lesson(PrivateBatch.all(device.data(), sizes.features()));
  }

  @Override
  public void save(DataOutput out) {}

  @Override
  public void restore(DataInput in) {}
}
