package org.limbeck.algorithms;

import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;

/** What a device that distils needs while it begins or finishes a round. */
final class DistillationBuffers {

  /**
   * The sizes, and what else the lesson says.
   *
   * @param privateRows the most private rows of a batch
   * @param referenceRows the number of reference rows
   * @param referenceBatch the most of them in an exchange
   * @param distillationBatch the most of them in a training step
   * @param features features of a row
   * @param classes the number of classes K
   * @param loss the distance from the targets
   */
  record Sizes(
      int privateRows,
      int referenceRows,
      int referenceBatch,
      int distillationBatch,
      int features,
      int classes,
      DistillationLoss loss)
      implements Scratch<DistillationBuffers> {

    static Sizes of(Device device, LocalSteps steps, DistributedDistillation.Options options) {
      return new Sizes(
          steps.capacity(),
          device.reference().rows(),
          options.exchanges().batch(),
          options.distillationBatch(),
          device.reference().shape().features(),
          device.classes(),
          options.loss());
    }

    @Override
    public DistillationBuffers make() {
      return new DistillationBuffers(this);
    }

    Lesson lesson(PrivateBatch rows, ReferenceTargets reference, float regularization) {
      return new Lesson(
          rows.inputs(),
          rows.labels(),
          reference.inputs(),
          reference.targets(),
          loss,
          regularization);
    }
  }

  private final UniformSampler sampler;
  private final Block inputs;
  private final Block decisions;
  private final PrivateBatch privateBatch;
  private final ReferenceTargets targets;
  private final UniformSampler distillationSampler;
  private final int[] stored;
  private final Sizes sizes;
  private Lesson lesson;

  private DistillationBuffers(Sizes sizes) {
    this.sampler = new UniformSampler(sizes.referenceRows(), sizes.referenceBatch());
    this.inputs = new Block(sampler.size(), sizes.features());
    this.decisions = new Block(sampler.size(), sizes.classes());
    this.privateBatch = new PrivateBatch(sizes.privateRows(), sizes.features());
    this.distillationSampler = new UniformSampler(sizes.referenceRows(), sizes.distillationBatch());
    this.stored = new int[distillationSampler.size()];
    int most = Math.max(sampler.size(), distillationSampler.size());
    this.targets = new ReferenceTargets(most, sizes.features(), sizes.classes());
    this.sizes = sizes;
    this.lesson = sizes.lesson(privateBatch, targets, 0);
  }

  /** Draws the rows of a training step, if they are not those of an exchange. */
  UniformSampler distillationSampler() {
    return distillationSampler;
  }

  /** Room for the ids of the rows of a training step, if they are not those of an exchange. */
  int[] stored() {
    return stored;
  }

  /** Draws the rows of an exchange. */
  UniformSampler sampler() {
    return sampler;
  }

  /** The rows of an exchange. */
  Block inputs() {
    return inputs;
  }

  /** Values for the rows of an exchange. */
  Block decisions() {
    return decisions;
  }

  PrivateBatch privateBatch() {
    return privateBatch;
  }

  ReferenceTargets targets() {
    return targets;
  }

  /** The private batch and the targets as a lesson with a weight ρ. */
  Lesson lesson(float regularization) {
    if (lesson.regularization() != regularization) {
      lesson = sizes.lesson(privateBatch, targets, regularization);
    }
    return lesson;
  }
}
