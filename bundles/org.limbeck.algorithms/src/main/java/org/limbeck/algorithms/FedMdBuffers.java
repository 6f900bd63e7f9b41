package org.limbeck.algorithms;

import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.architecture.Lesson;

/**
 * What a device of FedMD needs while it begins or finishes a round.
 *
 * @param exchanged draws the rows of an exchange
 * @param digested draws from these the rows of a step
 * @param places receives what {@code digested} draws
 * @param inputs the rows of an exchange
 * @param decisions their soft decisions
 * @param privateBatch private rows
 * @param lesson the private rows, and the rows of a step with their targets
 */
record FedMdBuffers(
    UniformSampler exchanged,
    UniformSampler digested,
    int[] places,
    Block inputs,
    Block decisions,
    PrivateBatch privateBatch,
    Lesson lesson) {

  /**
   * The sizes, and what else the lesson says.
   *
   * @param privateRows the most private rows of a batch
   * @param referenceRows the number of reference rows
   * @param features features of a row
   * @param classes the number of classes K
   * @param options the options of the algorithm
   */
  record Sizes(int privateRows, int referenceRows, int features, int classes, FedMd.Options options)
      implements Scratch<FedMdBuffers> {

    static Sizes of(Device device, LocalSteps steps, FedMd.Options options) {
      return new Sizes(
          steps.capacity(),
          device.reference().rows(),
          device.reference().shape().features(),
          device.classes(),
          options);
    }

    /** Returns how many rows an exchange speaks of. */
    int exchangedRows() {
      return Math.min(referenceRows, options.exchanges().batch());
    }

    @Override
    public FedMdBuffers make() {
      UniformSampler digested = new UniformSampler(exchangedRows(), options.distillationBatch());
      PrivateBatch privateBatch = new PrivateBatch(privateRows, features);
      return new FedMdBuffers(
          new UniformSampler(referenceRows, options.exchanges().batch()),
          digested,
          new int[digested.capacity()],
          new Block(exchangedRows(), features),
          new Block(exchangedRows(), classes),
          privateBatch,
          lesson(privateBatch, digested.capacity()));
    }

    /** Makes a lesson with room for so many reference rows. */
    Lesson lesson(PrivateBatch rows, int room) {
      return new Lesson(
          rows.inputs(),
          rows.labels(),
          new Block(room, features),
          new Block(room, classes),
          options.loss(),
          options.regularization());
    }
  }
}
