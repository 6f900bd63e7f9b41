package org.limbeck.algorithms;

import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.privatedata.LabelledRows;

/** A batch of a device's private rows, drawn anew for every training step. */
final class PrivateBatch {
  private final LabelledRows data;
  private final RowSampler sampler;
  private final Block inputs;
  private final int[] labels;

  PrivateBatch(LabelledRows data, int features, int batch) {
    this.data = data;
    this.sampler = new RowSampler(data.rows(), batch);
    this.inputs = new Block(sampler.size(), features);
    this.labels = new int[sampler.size()];
  }

  /** Returns all rows of {@code data} as one batch. */
  static PrivateBatch all(LabelledRows data, int features) {
    PrivateBatch batch = new PrivateBatch(data, features, data.rows());
    for (int row = 0; row < data.rows(); row++) {
      batch.inputs.ids()[row] = row;
    }
    batch.read();
    return batch;
  }

  void draw(RandomGenerator random) {
    sampler.draw(random, inputs.ids());
    read();
  }

  Block inputs() {
    return inputs;
  }

  int[] labels() {
    return labels;
  }

  private void read() {
    inputs.rows(sampler.size());
    for (int i = 0; i < inputs.rows(); i++) {
      int row = inputs.ids()[i];
      labels[i] = data.label(row);
      data.read(row, inputs.values(), i * inputs.width());
    }
  }
}
