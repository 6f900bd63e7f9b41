package org.limbeck.algorithms;

import java.util.Arrays;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Scratch;

/**
 * The soft decisions of a device on those reference rows that are in the distribution of its
 * private rows, and the mean of these with its neighbours'. Rows that are not have zeros, and do
 * not count.
 *
 * @param device the device
 * @param training has buffers for some rows
 */
record InDistributionLabels(Device device, ConsensusTraining training) {

  /** A row whose sum is below this was sent as zeros, whatever a codec has made of it. */
  private static final float LEAST_SUM = 0.5f;

  /** A buffer for all reference rows. */
  private record Table(int rows, int classes) implements Scratch<Block> {
    @Override
    public Block make() {
      Block table = new Block(rows, classes);
      table.rows(everyRow(table.ids()));
      return table;
    }
  }

  /** Writes the ids of all reference rows and returns how many there are. */
  static int everyRow(int[] ids) {
    for (int row = 0; row < ids.length; row++) {
      ids[row] = row;
    }
    return ids.length;
  }

  /** Returns what the device says of all reference rows. */
  Block own() {
    Block table = table();
    float[] inside = new float[device.data().rows()];
    float[] outside = new float[table.rows()];
    predict(device.data()::read, inside, new float[0]);
    predict(device.reference()::read, outside, table.values());
    float least =
        inside.length == 0
            ? Float.POSITIVE_INFINITY
            : ConfidenceThreshold.calibrate(inside, outside);
    int classes = table.width();
    for (int row = 0; row < outside.length; row++) {
      if (!(outside[row] >= least)) {
        Arrays.fill(table.values(), row * classes, (row + 1) * classes, 0);
      }
    }
    return table;
  }

  /** Returns the mean of each row over those who have it in their distribution, where any has. */
  Block mean(Block own, List<Peer> peers) {
    Block table = table();
    int classes = table.width();
    int found = 0;
    for (int row = 0; row < own.rows(); row++) {
      int at = found * classes;
      Arrays.fill(table.values(), at, at + classes, 0);
      int count = add(own, row, table.values(), at);
      for (Peer peer : peers) {
        count += add(peer.copy(), row, table.values(), at);
      }
      if (count > 0) {
        for (int k = at; k < at + classes; k++) {
          table.values()[k] /= count;
        }
        table.ids()[found++] = own.ids()[row];
      }
    }
    table.rows(found);
    return table;
  }

  private static int add(Block labels, int row, float[] sum, int to) {
    int from = row * labels.width();
    float total = 0;
    for (int k = 0; k < labels.width(); k++) {
      total += labels.values()[from + k];
    }
    if (total < LEAST_SUM) {
      return 0;
    }
    for (int k = 0; k < labels.width(); k++) {
      sum[to + k] += labels.values()[from + k];
    }
    return 1;
  }

  private Block table() {
    Block table = device.scratch(new Table(device.reference().rows(), device.classes()));
    table.rows(everyRow(table.ids()));
    return table;
  }

  /** Reads features of a row. */
  @FunctionalInterface
  private interface Rows {
    void read(int row, float[] into, int offset);
  }

  /**
   * Predicts rows in parts.
   *
   * @param confidences receives the largest of each soft decision, as many as there are rows
   * @param decisions receives the soft decisions, if it has room for them
   */
  private void predict(Rows rows, float[] confidences, float[] decisions) {
    Block inputs = training.buffers().inputs();
    Block predicted = training.buffers().decisions();
    int classes = predicted.width();
    for (int first = 0; first < confidences.length; first += inputs.capacity()) {
      int count = Math.min(inputs.capacity(), confidences.length - first);
      inputs.rows(count);
      for (int i = 0; i < count; i++) {
        inputs.ids()[i] = first + i;
        rows.read(first + i, inputs.values(), i * inputs.width());
      }
      device.model().predict(inputs, predicted);
      for (int i = 0; i < count * classes; i++) {
        int row = first + i / classes;
        confidences[row] = Math.max(confidences[row], predicted.values()[i]);
      }
      if (decisions.length > 0) {
        System.arraycopy(predicted.values(), 0, decisions, first * classes, count * classes);
      }
    }
  }
}
