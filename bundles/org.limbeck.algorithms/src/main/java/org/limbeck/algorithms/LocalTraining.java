package org.limbeck.algorithms;

import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/** Steps of a device's model on private batches. Keeps nothing between rounds. */
final class LocalTraining {

  /** What is done to the weights after every step, beyond what the model did. */
  @FunctionalInterface
  interface Correction {
    Correction NONE = stepSize -> {};

    void afterStep(float stepSize);
  }

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
  private final LocalSteps localSteps;
  private final Sizes sizes;

  /** Makes steps as the training of the device says. */
  LocalTraining(Device device, StepSize stepSize) {
    this(device, stepSize, LocalSteps.of(device));
  }

  /** Makes steps of a kind. */
  LocalTraining(Device device, StepSize stepSize, LocalSteps localSteps) {
    this.device = device;
    this.stepSize = stepSize;
    this.localSteps = localSteps;
    this.sizes =
        new Sizes(localSteps.capacity(), device.reference().shape().features(), device.classes());
  }

  /** Makes the steps of a round. */
  void run(long round, Correction correction, Losses losses) {
    Buffers buffers = device.scratch(sizes);
    LocalSteps.Round steps = localSteps.in(round);
    float eta = stepSize.at(round);
    for (int step = 0; step < device.training().localSteps(); step++) {
      steps.step(buffers.batch(), buffers.lesson(), eta, losses);
      correction.afterStep(eta);
    }
  }

  /** Returns the lesson of all private rows. */
  Lesson fullLesson() {
    return sizes.lesson(PrivateBatch.all(device.data(), sizes.features()));
  }
}
