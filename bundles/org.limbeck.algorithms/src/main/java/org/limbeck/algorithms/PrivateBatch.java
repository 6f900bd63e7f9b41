package org.limbeck.algorithms;

import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.privatedata.LabelledRows;

/** Buffers for private rows with their labels. */
final class PrivateBatch {
  private final Block inputs;
  private final int[] labels;

  PrivateBatch(int capacity, int features) {
    this.inputs = new Block(capacity, features);
    this.labels = new int[capacity];
  }

  /** Returns all rows of {@code data} as one batch. */
  static PrivateBatch all(LabelledRows data, int features) {
    PrivateBatch batch = new PrivateBatch(data.rows(), features);
    for (int row = 0; row < data.rows(); row++) {
      batch.inputs.ids()[row] = row;
    }
    batch.read(data, data.rows());
    return batch;
  }

  /** Takes rows of {@code data} that the sampler draws. */
  void draw(LabelledRows data, BatchSampler sampler, RandomGenerator random) {
    read(data, sampler.draw(random, inputs.ids()));
  }

  Block inputs() {
    return inputs;
  }

  int[] labels() {
    return labels;
  }

  private void read(LabelledRows data, int rows) {
    inputs.rows(rows);
    for (int i = 0; i < rows; i++) {
      int row = inputs.ids()[i];
      labels[i] = data.label(row);
      data.read(row, inputs.values(), i * inputs.width());
    }
  }
}
