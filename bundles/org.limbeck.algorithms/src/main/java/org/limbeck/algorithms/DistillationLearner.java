package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/**
 * A device that takes part in distributed distillation. What it knows is in its model, its estimate
 * and its channel; where its decisions are smoothed, it keeps these, and nothing else between
 * rounds.
 */
final class DistillationLearner implements Participant {
  private final Device device;
  private final DistributedDistillation.Options options;
  private final Estimate estimate;
  private final LocalSteps localSteps;
  private final DistillationBuffers.Sizes sizes;
  private final ReferenceSelection selection;
  private final SmoothedDecisions smoothed;
  private final Channel channel;

  DistillationLearner(Device device, DistributedDistillation.Options options) {
    this.device = device;
    this.options = options;
    this.estimate = device.estimate();
    this.localSteps = LocalSteps.of(device);
    this.sizes = DistillationBuffers.Sizes.of(device, localSteps, options);
    this.selection = new ReferenceSelection(device, options.exchanges(), sizes);
    this.smoothed =
        new SmoothedDecisions(options.smoothing(), device.reference().rows(), device.classes());
    int rows = device.reference().rows() + (estimate.tellsProfile() ? 1 : 0);
    this.channel = device.open(rows, device.classes(), selection::exchanged);
  }

  @Override
  public void begin(long round) {
    if (options.exchanges().isDue(round) && channel.opens(round)) {
      DistillationBuffers buffers = device.scratch(sizes);
      Block inputs = buffers.inputs();
      Block decisions = buffers.decisions();
      inputs.rows(selection.batch(round, inputs.ids()));
      int rows = inputs.rows();
      keepThoseTaken(inputs);
      ReferenceRows.read(device.reference(), inputs);
      device.model().predict(inputs, decisions);
      smoothed.smooth(decisions);
      estimate.inject(decisions);
      if (inputs.rows() < rows || estimate.tellsProfile()) {
        decisions.rows(selection.exchanged(round, decisions.ids()));
      }
      estimate.publish(decisions);
      channel.send(round, decisions);
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    if (options.exchanges().isDue(round)) {
      channel.mix(round, estimate);
    }
    DistillationBuffers buffers = device.scratch(sizes);
    LocalSteps.Round steps = localSteps.in(round);
    RandomGenerator rows = device.stream("distillation-batch", round);
    Lesson lesson =
        sizes.lesson(buffers.privateBatch(), buffers.targets(), options.regularizationAt(round));
    for (int step = 0; step < device.training().localSteps(); step++) {
      if (options.distillationBatch() > 0) {
        aimAtStored(buffers, rows);
      } else if (step == 0) {
        aimAtExchanged(buffers, round);
      }
      steps.step(buffers.privateBatch(), lesson, options.stepSize().at(round), losses);
    }
  }

  @Override
  public Lesson fullLesson() {
    int rows = device.reference().rows();
    ReferenceTargets all = new ReferenceTargets(rows, sizes.features(), sizes.classes());
    all.select(device, IntStream.range(0, rows).toArray(), rows);
    return sizes.lesson(
        PrivateBatch.all(device.data(), sizes.features()), all, options.regularization());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    smoothed.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    smoothed.restore(in);
  }

  private void keepThoseTaken(Block rows) {
    int taken = 0;
    for (int i = 0; i < rows.rows(); i++) {
      if (channel.takes(rows.ids()[i])) {
        rows.ids()[taken++] = rows.ids()[i];
      }
    }
    rows.rows(taken);
  }

  private void aimAtExchanged(DistillationBuffers buffers, long round) {
    int[] batch = buffers.inputs().ids();
    buffers.targets().select(device, batch, selection.batch(round, batch));
  }

  private void aimAtStored(DistillationBuffers buffers, RandomGenerator random) {
    int rows = buffers.distillationSampler().draw(random, buffers.stored());
    buffers.targets().select(device, buffers.stored(), rows);
  }
}
