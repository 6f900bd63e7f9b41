package org.limbeck.algorithms;

import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.privatedata.LabelledRows;

/**
 * Buffers for private rows with their labels.
 *
 * @param inputs the rows
 * @param labels the class of each
 */
record PrivateBatch(Block inputs, int[] labels) {

  /** Makes room for so many rows. */
  PrivateBatch(int capacity, int features) {
    this(new Block(capacity, features), new int[capacity]);
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

  private void read(LabelledRows data, int rows) {
    inputs.rows(rows);
    for (int i = 0; i < rows; i++) {
      int row = inputs.ids()[i];
      labels[i] = data.label(row);
      data.read(row, inputs.values(), i * inputs.width());
    }
  }
}
