package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/**
 * A device of gradient tracking. Its tracker is y = g + c: its own gradient, and a correction that
 * has come to it from the trackers of its neighbours. The corrections of all devices have the sum
 * 0, and so the sum of the trackers is that of the gradients, whatever batches they are of.
 *
 * <p>The model makes the step −η g itself, and −η c is added. Over an interval, y is how far the
 * weights went by the sum of the step sizes.
 */
final class TrackingLearner implements Participant {
  private final LocalTraining training;
  private final ExchangeInterval interval;
  private final WeightRows weights;
  private final Channel points;
  private final Channel trackers;
  private final KeptVector correction;
  private final KeptVector start;
  private final Losses trained = new Losses();
  private final LocalTraining.Correction towardsAll = this::correct;

  /** The sum of the step sizes since the interval started. */
  private double stepped;

  TrackingLearner(Device device, StepSize stepSize, ExchangeInterval interval) {
    this.training = new LocalTraining(device, stepSize);
    this.interval = interval;
    this.weights = new WeightRows(device);
    this.points = open(device);
    this.trackers = open(device);
    this.correction = new KeptVector(weights.count());
    this.start = new KeptVector(weights.count());
  }

  @Override
  public void begin(long round) {
    if (stepped == 0) {
      weights.copyTo(start.values());
    }
    trained.reset();
    training.run(round, towardsAll, trained);
    if (interval.endsWith(round)) {
      Block point = weights.get();
      points.send(round, point);
      trackers.send(round, tracker(point));
      stepped = 0;
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    losses.add(trained.local(), trained.distillation());
    if (interval.endsWith(round)) {
      Block point = weights.get();
      mix(point.values(), points, round);
      weights.set(point);
      mix(correction.values(), trackers, round);
    }
  }

  @Override
  public Lesson fullLesson() {
    return training.fullLesson();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    correction.save(out);
    start.save(out);
    out.writeDouble(stepped);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    correction.restore(in);
    start.restore(in);
    stepped = in.readDouble();
  }

  private Channel open(Device device) {
    return device.open(
        weights.rows(), WeightRows.WIDTH, WeightRows.at(interval), Coding.DIFFERENCES);
  }

  private void correct(float stepSize) {
    stepped += stepSize;
    Block point = weights.get();
    float[] x = point.values();
    float[] c = correction.values();
    for (int i = 0; i < c.length; i++) {
      x[i] = Math.fma(-stepSize, c[i], x[i]);
    }
    weights.set(point);
  }

  private Block tracker(Block point) {
    Block tracker = weights.direction();
    float scale = (float) (1 / stepped);
    for (int i = 0; i < weights.count(); i++) {
      tracker.values()[i] = scale * (start.values()[i] - point.values()[i]);
    }
    return tracker;
  }

  private void mix(float[] values, Channel channel, long round) {
    WeightRows.mix(
        values, weights.count(), channel.own(round), channel.peers(round), channel.gamma());
  }
}
