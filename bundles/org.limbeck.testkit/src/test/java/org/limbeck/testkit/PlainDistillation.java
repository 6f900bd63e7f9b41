package org.limbeck.testkit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/** Distributed distillation written as plainly as possible: every round, on ten reference rows. */
class PlainDistillation implements Participant {
  static final int BATCH = 10;

  final Device device;
  final Channel channel;
  private int rounds;

  PlainDistillation(Device device) {
    this.device = device;
    this.channel = device.open(device.reference().rows(), device.classes(), this::select);
  }

  @Override
  public void begin(long round) {
    int[] rows = new int[BATCH];
    select(round, rows);
    Block decisions = Blocks.of(rows, device.classes());
    device.model().predict(referenceInputs(rows), decisions);
    device.estimate().inject(decisions);
    device.estimate().publish(decisions);
    channel.send(round, decisions);
  }

  @Override
  public void finish(long round, Losses losses) {
    device.estimate().mix(channel.own(round), channel.peers(round), channel.gamma());
    int[] rows = new int[BATCH];
    select(round, rows);
    RandomGenerator random = device.stream("private-batch", round);
    for (int step = 0; step < device.training().localSteps(); step++) {
      int[] batch = random.ints(0, device.data().rows()).limit(device.training().batch()).toArray();
      device.model().step(lesson(batch, rows), stepSize(round), losses);
    }
    rounds++;
  }

  @Override
  public Lesson fullLesson() {
    return lesson(
        Blocks.range(0, device.data().rows()), Blocks.range(0, device.reference().rows()));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(rounds);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    rounds = in.readInt();
  }

  int select(long round, int[] ids) {
    int rows = device.reference().rows();
    int first = device.sharedStream("reference-batch", round).nextInt(rows);
    for (int i = 0; i < BATCH; i++) {
      ids[i] = (first + i) % rows;
    }
    return BATCH;
  }

  /** Returns a step size that falls with the rounds that this participant has finished. */
  float stepSize(long round) {
    return 0.2f / (1 + 0.01f * rounds);
  }

  Lesson lesson(int[] privateRows, int[] referenceRows) {
    int features = device.reference().shape().features();
    Block inputs = Blocks.of(privateRows, features);
    int[] labels = new int[privateRows.length];
    for (int i = 0; i < privateRows.length; i++) {
      device.data().read(privateRows[i], inputs.values(), i * features);
      labels[i] = device.data().label(privateRows[i]);
    }
    Block targets = targets(referenceRows);
    return new Lesson(
        inputs,
        labels,
        referenceInputs(Blocks.ids(targets)),
        targets,
        DistillationLoss.CROSS_ENTROPY,
        1);
  }

  /** Returns the targets of those rows that have one: z, with negative values cut off. */
  Block targets(int[] rows) {
    Block targets = new Block(rows.length, device.classes());
    for (int row : rows) {
      int at = targets.rows() * targets.width();
      if (device.estimate().read(row, targets.values(), at)) {
        targets.ids()[targets.rows()] = row;
        targets.rows(targets.rows() + 1);
        project(targets.values(), at);
      }
    }
    return targets;
  }

  void project(float[] target, int at) {
    float sum = 0;
    for (int k = at; k < at + device.classes(); k++) {
      target[k] = Math.max(0, target[k]);
      sum += target[k];
    }
    for (int k = at; k < at + device.classes(); k++) {
      target[k] = sum == 0 ? 1f / device.classes() : target[k] / sum;
    }
  }

  private Block referenceInputs(int[] rows) {
    Block inputs = Blocks.of(rows, device.reference().shape().features());
    for (int i = 0; i < rows.length; i++) {
      device.reference().read(rows[i], inputs.values(), i * inputs.width());
    }
    return inputs;
  }
}
