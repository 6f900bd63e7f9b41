package org.limbeck.exchange.async;

import java.util.SplittableRandom;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.RowSelection;

/**
 * Soft decisions of a device that never change.
 *
 * @param values those of all rows
 * @param classes how many values a row has
 * @param selection the rows of each round
 */
record SteadyDecisions(float[] values, int classes, RowSelection selection) {

  /** Draws decisions of all rows, some rows in succession of which are those of a round. */
  static SteadyDecisions drawn(long seed, int rows, int classes, int batch) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * classes];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    return new SteadyDecisions(values, classes, (round, ids) -> select(round, rows, batch, ids));
  }

  private static int select(long round, int rows, int batch, int[] ids) {
    int start = new SplittableRandom(round).nextInt(rows);
    for (int i = 0; i < batch; i++) {
      ids[i] = (start + i) % rows;
    }
    return batch;
  }

  /** Sends those of the round, if the channel opens. */
  void send(long round, Channel channel, Estimate estimate) {
    if (!channel.opens(round)) {
      return;
    }
    Block block = new Block(values.length / classes, classes);
    block.rows(selection.select(round, block.ids()));
    for (int i = 0; i < block.rows(); i++) {
      System.arraycopy(values, block.ids()[i] * classes, block.values(), i * classes, classes);
    }
    estimate.inject(block);
    estimate.publish(block);
    channel.send(round, block);
  }
}
