package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.Device;

/**
 * The exchange of gradient tracking. The tracker of a device is y = g + c: its own gradient, and a
 * correction that has come to it from the trackers of its neighbours. The corrections of all
 * devices have the sum 0, and so the sum of the trackers is that of the gradients, whatever batches
 * they are of.
 *
 * <p>The model makes the step −η g itself, and −η c is added. Over an interval, y is how far the
 * weights went by the sum of the step sizes. The correction and the weights at the start of the
 * interval are kept between rounds.
 */
final class GradientTracker implements WeightExchange {
  private final WeightRows weights;
  private final Channel points;
  private final Channel trackers;
  private final WeightVector correction;
  private final WeightVector start;

  /** The sum of the step sizes since the interval started. */
  private double stepped;

  GradientTracker(Device device, SgdOptions options) {
    this.weights = new WeightRows(device);
    this.points = weights.open(options, Coding.DIFFERENCES);
    this.trackers = weights.open(options, Coding.DIFFERENCES);
    this.correction = new WeightVector(weights.count());
    this.start = new WeightVector(weights.count());
  }

  @Override
  public void beforeSteps() {
    if (stepped == 0) {
      weights.copyTo(start.values());
    }
  }

  @Override
  public void afterStep(float stepSize) {
    stepped += stepSize;
    Block point = weights.get();
    float[] x = point.values();
    float[] c = correction.values();
    for (int i = 0; i < c.length; i++) {
      x[i] = Math.fma(-stepSize, c[i], x[i]);
    }
    weights.set(point);
  }

  @Override
  public void send(long round) {
    Block point = weights.get();
    points.send(round, point);
    trackers.send(round, tracker(point));
    stepped = 0;
  }

  @Override
  public void receive(long round) {
    Block point = weights.get();
    weights.mix(point.values(), points, round, points.gamma());
    weights.set(point);
    weights.mix(correction.values(), trackers, round, trackers.gamma());
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

  private Block tracker(Block point) {
    Block tracker = weights.direction();
    float scale = (float) (1 / stepped);
    for (int i = 0; i < weights.count(); i++) {
      tracker.values()[i] = scale * (start.values()[i] - point.values()[i]);
    }
    return tracker;
  }
}
