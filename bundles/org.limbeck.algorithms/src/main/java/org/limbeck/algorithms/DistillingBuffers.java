package org.limbeck.algorithms;

import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;

/** What a device that distils needs while it begins or finishes a round. */
final class DistillingBuffers {

  /**
   * The sizes, and what else the lesson says.
   *
   * @param privateRows the most private rows of a batch
   * @param referenceRows the number of reference rows
   * @param referenceBatch the most of them in a batch
   * @param features features of a row
   * @param classes the number of classes K
   * @param loss the distance from the targets
   * @param regularization ρ
   */
  record Sizes(
      int privateRows,
      int referenceRows,
      int referenceBatch,
      int features,
      int classes,
      DistillationLoss loss,
      float regularization)
      implements Scratch<DistillingBuffers> {

    static Sizes of(
        Device device, RowSampler privateSampler, DistributedDistillation.Options options) {
      return new Sizes(
          privateSampler.size(),
          device.reference().rows(),
          options.referenceBatch(),
          device.reference().shape().features(),
          device.classes(),
          options.loss(),
          options.regularization());
    }

    @Override
    public DistillingBuffers make() {
      return new DistillingBuffers(this);
    }

    Lesson lesson(PrivateBatch rows, ReferenceTargets reference) {
      return new Lesson(
          rows.inputs(),
          rows.labels(),
          reference.inputs(),
          reference.targets(),
          loss,
          regularization);
    }
  }

  private final RowSampler sampler;
  private final Block inputs;
  private final Block decisions;
  private final PrivateBatch privateBatch;
  private final ReferenceTargets targets;
  private final Lesson lesson;

  private DistillingBuffers(Sizes sizes) {
    this.sampler = new RowSampler(sizes.referenceRows(), sizes.referenceBatch());
    this.inputs = new Block(sampler.size(), sizes.features());
    this.decisions = new Block(sampler.size(), sizes.classes());
    this.privateBatch = new PrivateBatch(sizes.privateRows(), sizes.features());
    this.targets = new ReferenceTargets(sampler.size(), sizes.features(), sizes.classes());
    this.lesson = sizes.lesson(privateBatch, targets);
  }

  /** Draws reference batches. */
  RowSampler sampler() {
    return sampler;
  }

  /** The reference batch. */
  Block inputs() {
    return inputs;
  }

  /** Values for the rows of the reference batch. */
  Block decisions() {
    return decisions;
  }

  PrivateBatch privateBatch() {
    return privateBatch;
  }

  ReferenceTargets targets() {
    return targets;
  }

  /** The private batch and the targets as a lesson. */
  Lesson lesson() {
    return lesson;
  }
}
