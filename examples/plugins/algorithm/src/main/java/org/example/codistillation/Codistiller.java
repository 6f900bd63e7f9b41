package org.example.codistillation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/** One device; it keeps the mean of what its neighbours said last of each reference row. */
final class Codistiller implements Participant {
  private final Device device;
  private final Codistillation options;
  private final Channel channel;
  private final float[][] targets; // null: nobody has spoken of the row

  Codistiller(Device device, Codistillation options) {
    this.device = device;
    this.options = options;
    this.targets = new float[device.reference().rows()][];
    this.channel = device.open(targets.length, device.classes(), this::select);
  }

  @Override
  public void begin(long round) {
    if (round >= options.burnIn) {
      Block inputs = read(rows(round));
      Block decisions = new Block(inputs.rows(), device.classes());
      device.model().predict(inputs, decisions);
      channel.send(round, decisions);
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    int[] rows = rows(round);
    if (round >= options.burnIn) {
      listen(rows, channel.peers(round));
    }
    int size = Math.min(device.training().batch(), device.data().rows());
    for (int step = 0; step < device.training().localSteps(); step++) {
      int[] batch =
          device.stream("batch-" + step, round).ints(size, 0, device.data().rows()).toArray();
      device.model().step(lesson(batch, rows), options.stepSize, losses);
    }
  }

  /** A codec may leave values that are no decisions, and a neighbour may not have spoken yet. */
  private void listen(int[] rows, List<Peer> peers) {
    for (int i = 0; i < rows.length; i++) {
      float[] mean = new float[device.classes()];
      float sum = 0;
      for (Peer peer : peers) {
        for (int k = 0; k < mean.length; k++) {
          float decision = Math.max(peer.copy().values()[i * mean.length + k], 0);
          mean[k] += decision;
          sum += decision;
        }
      }
      for (int k = 0; k < mean.length && sum > 0; k++) {
        mean[k] /= sum;
      }
      targets[rows[i]] = sum > 0 ? mean : targets[rows[i]];
    }
  }

  @Override
  public Lesson fullLesson() {
    return lesson(
        IntStream.range(0, device.data().rows()).toArray(),
        IntStream.range(0, targets.length).toArray());
  }

  private Lesson lesson(int[] own, int[] reference) {
    Block inputs = new Block(own.length, device.reference().shape().features());
    inputs.rows(own.length);
    int[] labels = new int[own.length];
    for (int i = 0; i < own.length; i++) {
      inputs.ids()[i] = own[i];
      labels[i] = device.data().label(own[i]);
      device.data().read(own[i], inputs.values(), i * inputs.width());
    }
    Block aimed = read(IntStream.of(reference).filter(row -> targets[row] != null).toArray());
    Block aims = new Block(aimed.rows(), device.classes());
    aims.selectLike(aimed);
    for (int i = 0; i < aims.rows(); i++) {
      System.arraycopy(targets[aims.ids()[i]], 0, aims.values(), i * aims.width(), aims.width());
    }
    return new Lesson(
        inputs, labels, aimed, aims, DistillationLoss.SQUARED, options.regularization);
  }

  private Block read(int[] rows) {
    Block inputs = new Block(rows.length, device.reference().shape().features());
    inputs.rows(rows.length);
    for (int i = 0; i < rows.length; i++) {
      inputs.ids()[i] = rows[i];
      device.reference().read(rows[i], inputs.values(), i * inputs.width());
    }
    return inputs;
  }

  /** The rows of a round: a window that begins anywhere, the same on all devices. */
  private int[] rows(long round) {
    int start = device.sharedStream("window", round).nextInt(targets.length);
    return IntStream.range(start, start + Math.min(options.referenceBatch, targets.length))
        .map(row -> row % targets.length)
        .toArray();
  }

  private int select(long round, int[] ids) {
    int[] rows = rows(round);
    System.arraycopy(rows, 0, ids, 0, rows.length);
    return rows.length;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (float[] target : targets) {
      out.writeBoolean(target != null);
      for (int k = 0; target != null && k < target.length; k++) {
        out.writeFloat(target[k]);
      }
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int row = 0; row < targets.length; row++) {
      targets[row] = in.readBoolean() ? new float[device.classes()] : null;
      for (int k = 0; targets[row] != null && k < targets[row].length; k++) {
        targets[row][k] = in.readFloat();
      }
    }
  }
}
