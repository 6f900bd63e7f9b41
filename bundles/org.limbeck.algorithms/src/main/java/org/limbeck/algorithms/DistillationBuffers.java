package org.limbeck.algorithms;

import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.architecture.Lesson;

/**
 * What a device that distils needs while it begins or finishes a round.
 *
 * @param sampler draws the rows of an exchange
 * @param inputs the rows of an exchange
 * @param decisions values for the rows of an exchange, and for the profile
 * @param distillationSampler draws the rows of a training step, if they are not those of an
 *     exchange
 * @param stored receives what {@code distillationSampler} draws
 * @param privateBatch private rows
 * @param targets the reference rows of a step, and what to aim at
 */
record DistillationBuffers(
    UniformSampler sampler,
    Block inputs,
    Block decisions,
    UniformSampler distillationSampler,
    int[] stored,
    PrivateBatch privateBatch,
    ReferenceTargets targets) {

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
      int privateRows,
      int referenceRows,
      int features,
      int classes,
      DistributedDistillation.Options options)
      implements Scratch<DistillationBuffers> {

    static Sizes of(Device device, LocalSteps steps, DistributedDistillation.Options options) {
      return new Sizes(
          steps.capacity(),
          device.reference().rows(),
          device.reference().shape().features(),
          device.classes(),
          options);
    }

    @Override
    public DistillationBuffers make() {
      UniformSampler sampler = new UniformSampler(referenceRows, options.exchanges().batch());
      UniformSampler distillationSampler =
          new UniformSampler(referenceRows, options.distillationBatch());
      return new DistillationBuffers(
          sampler,
          new Block(sampler.capacity(), features),
          new Block(sampler.capacity() + 1, classes),
          distillationSampler,
          new int[distillationSampler.capacity()],
          new PrivateBatch(privateRows, features),
          new ReferenceTargets(
              Math.max(sampler.capacity(), distillationSampler.capacity()), features, classes));
    }

    /** Makes a lesson of private rows and of targets with a weight ρ. */
    Lesson lesson(PrivateBatch rows, ReferenceTargets reference, float regularization) {
      return new Lesson(
          rows.inputs(),
          rows.labels(),
          reference.inputs(),
          reference.targets(),
          options.loss(),
          regularization);
    }
  }
}
