package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.referencedata.ReferenceDataset;

/**
 * A device that takes part in distributed distillation. What it knows is in its model, its estimate
 * and its channel; it keeps nothing else between rounds.
 */
final class DistillingLearner implements Participant {
  private final Device device;
  private final DistributedDistillation.Options options;
  private final Estimate estimate;
  private final RowSampler sampler;
  private final Channel channel;

  private final int[] batchIds;
  private final Block inputs;
  private final Block decisions;
  private final Block published;
  private final PrivateBatch privateBatch;
  private final ReferenceTargets targets;
  private final Lesson lesson;

  DistillingLearner(Device device, DistributedDistillation.Options options) {
    this.device = device;
    this.options = options;
    this.estimate = device.estimate();
    int rows = device.reference().rows();
    this.sampler = new RowSampler(rows, options.referenceBatch());
    this.channel = device.open(rows, device.classes(), this::select);
    int size = sampler.size();
    this.batchIds = new int[size];
    this.inputs = new Block(size, features());
    this.decisions = new Block(size, device.classes());
    this.published = new Block(size, device.classes());
    this.privateBatch = new PrivateBatch(device.data(), features(), device.training().batch());
    this.targets = new ReferenceTargets(device, size);
    this.lesson = lesson(privateBatch, targets);
  }

  @Override
  public void begin(long round) {
    select(round, batchIds);
    if (exchanges(round)) {
      readReference();
      device.model().predict(inputs, decisions);
      estimate.inject(decisions);
      published.selectLike(decisions);
      estimate.publish(published);
      channel.send(round, published);
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    if (exchanges(round)) {
      estimate.mix(channel.own(round), channel.peers(round), channel.gamma());
    }
    targets.select(batchIds, batchIds.length);
    RandomGenerator random = device.stream("private-batch", round);
    for (int step = 0; step < device.training().localSteps(); step++) {
      privateBatch.draw(random);
      device.model().step(lesson, options.stepSize().at(round), losses);
    }
  }

  @Override
  public Lesson fullLesson() {
    int rows = device.reference().rows();
    ReferenceTargets all = new ReferenceTargets(device, rows);
    all.select(IntStream.range(0, rows).toArray(), rows);
    return lesson(PrivateBatch.all(device.data(), features()), all);
  }

  @Override
  public void save(DataOutput out) {}

  @Override
  public void restore(DataInput in) {}

  /** Draws the reference batch, the same on all devices. */
  private int select(long round, int[] ids) {
    sampler.draw(device.sharedStream("reference-batch", round), ids);
    return sampler.size();
  }

  private boolean exchanges(long round) {
    return round % options.exchangeEvery() == 0;
  }

  private void readReference() {
    ReferenceDataset reference = device.reference();
    inputs.rows(batchIds.length);
    for (int i = 0; i < batchIds.length; i++) {
      inputs.ids()[i] = batchIds[i];
      reference.read(batchIds[i], inputs.values(), i * inputs.width());
    }
  }

  private Lesson lesson(PrivateBatch rows, ReferenceTargets reference) {
    return new Lesson(
        rows.inputs(),
        rows.labels(),
        reference.inputs(),
        reference.targets(),
        options.loss(),
        options.regularization());
  }

  private int features() {
    return device.reference().shape().features();
  }
}
