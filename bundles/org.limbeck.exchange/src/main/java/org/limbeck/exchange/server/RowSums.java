package org.limbeck.exchange.server;

import java.util.Arrays;
import org.limbeck.api.Block;

/**
 * Weighted sums of the rows that devices have sent, each row over those who have sent it. First all
 * weights are added up, then the values. Used by one thread at a time.
 */
final class RowSums {
  private final Block ids;
  private final int width;
  private final double[] weights;
  private final double[] values;

  /** Makes room for so many rows. */
  RowSums(int rows, int width) {
    this.ids = new Block(rows, 1);
    this.width = width;
    this.weights = new double[rows];
    this.values = new double[Math.multiplyExact(rows, width)];
  }

  /** Begins with these rows, of which nobody has sent any. */
  void begin(Block selected) {
    ids.selectLike(selected);
    Arrays.fill(weights, 0, ids.rows(), 0);
    Arrays.fill(values, 0, ids.rows() * width, 0);
  }

  /** Adds the weight of a device for the rows that it has sent. */
  void weigh(Block sent, double weight) {
    int at = 0;
    for (int row = 0; row < sent.rows(); row++, at++) {
      at = find(sent.ids()[row], at);
      weights[at] += weight;
    }
  }

  /** Adds a device's share of the mean. */
  void add(Block sent, double weight) {
    int at = 0;
    for (int row = 0; row < sent.rows(); row++, at++) {
      at = find(sent.ids()[row], at);
      double share = weight / weights[at];
      for (int k = 0; k < width; k++) {
        int into = at * width + k;
        values[into] = Math.fma(share, sent.values()[row * width + k], values[into]);
      }
    }
  }

  /** Writes the mean of all rows that anybody has sent. */
  void write(Block mean) {
    int rows = 0;
    for (int row = 0; row < ids.rows(); row++) {
      if (weights[row] > 0) {
        mean.ids()[rows] = ids.ids()[row];
        for (int k = 0; k < width; k++) {
          mean.values()[rows * width + k] = (float) values[row * width + k];
        }
        rows++;
      }
    }
    mean.rows(rows);
  }

  /** Returns the place of a row that stands at {@code from} or behind. */
  private int find(int id, int from) {
    int at = from;
    while (ids.ids()[at] != id) {
      at++;
    }
    return at;
  }
}
