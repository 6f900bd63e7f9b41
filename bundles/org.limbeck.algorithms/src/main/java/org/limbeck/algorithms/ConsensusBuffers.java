package org.limbeck.algorithms;

import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.architecture.Lesson;

/**
 * What a device that distils from a server's consensus needs while it begins or finishes a round.
 *
 * @param exchanged draws the rows of an exchange
 * @param digested draws from these the rows of a step, if all are in the consensus
 * @param places receives what {@code digested} draws
 * @param inputs the rows of an exchange
 * @param decisions their soft decisions
 * @param privateBatch private rows
 * @param lesson the private rows, and the rows of a step with their targets
 */
record ConsensusBuffers(
    UniformSampler exchanged,
    UniformSampler digested,
    int[] places,
    Block inputs,
    Block decisions,
    PrivateBatch privateBatch,
    Lesson lesson) {

  /** Returns what draws the rows of a step from a consensus of so many rows. */
  UniformSampler digested(int size, int batch) {
    return size == inputs.capacity() ? digested : new UniformSampler(size, batch);
  }

  /**
   * The sizes, and what else the lesson says.
   *
   * @param privateRows the most private rows of a batch
   * @param referenceRows the number of reference rows
   * @param features features of a row
   * @param classes the number of classes K
   * @param options the options of the algorithm
   */
  record Sizes(
      int privateRows, int referenceRows, int features, int classes, ConsensusOptions options)
      implements Scratch<ConsensusBuffers> {

    static Sizes of(Device device, LocalSteps steps, ConsensusOptions options) {
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
    public ConsensusBuffers make() {
      UniformSampler digested = new UniformSampler(exchangedRows(), options.distillationBatch());
      PrivateBatch privateBatch = new PrivateBatch(privateRows, features);
      return new ConsensusBuffers(
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
