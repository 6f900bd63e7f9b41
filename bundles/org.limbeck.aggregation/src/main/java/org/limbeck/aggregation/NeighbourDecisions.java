package org.limbeck.aggregation;

import java.util.Arrays;
import java.util.List;
import org.limbeck.api.aggregation.Peer;

/**
 * The soft decisions of a device, number 0, and of those neighbours that have said anything, on one
 * row. Reused from row to row, and longer only where a device has more neighbours than ever before.
 */
final class NeighbourDecisions {
  private final int classes;
  private float[] values = {};
  private float[] weights = {};
  private float[] scratch = {};
  private int size;

  NeighbourDecisions(int classes) {
    this.classes = classes;
  }

  /**
   * Gathers what the device itself says in row {@code ownRow}, and its neighbours in row {@code
   * row} of their copies. A copy of nothing but zeros is what is held of a row that its device
   * never sent, and no soft decision: that neighbour does not count.
   */
  void gather(float[] own, int ownRow, int row, List<Peer> peers) {
    reserve(1 + peers.size());
    size = 0;
    add(own, ownRow, 1);
    for (int m = 0; m < peers.size(); m++) {
      Peer peer = peers.get(m);
      if (saysAnything(peer.copy().values(), row)) {
        add(peer.copy().values(), row, peer.weight());
        weights[0] -= peer.weight();
      }
    }
  }

  /** Returns how many they are, the device itself included. */
  int size() {
    return size;
  }

  int classes() {
    return classes;
  }

  /** Returns what member {@code n} says of class {@code k}. */
  float value(int n, int k) {
    return values[n * classes + k];
  }

  /** Returns w_nm, and of the device itself what these leave of 1. */
  float weight(int n) {
    return weights[n];
  }

  /** Returns all weights: not a copy. */
  float[] weights() {
    return weights;
  }

  /** Returns room for a number per member, with anything in it. */
  float[] scratch() {
    return scratch;
  }

  /** Returns what all say of a class, in ascending order: in the {@link #scratch()}. */
  float[] sorted(int k) {
    for (int n = 0; n < size; n++) {
      scratch[n] = value(n, k);
    }
    Arrays.sort(scratch, 0, size);
    return scratch;
  }

  /** Returns the median of what all say of a class: the mean of the two in the middle. */
  float median(int k) {
    float[] sorted = sorted(k);
    return (float) (((double) sorted[(size - 1) / 2] + sorted[size / 2]) / 2);
  }

  /** Returns the squared L2 distance of member {@code n} from a point. */
  double squaredDistance(int n, float[] point, int offset) {
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      double difference = (double) value(n, k) - point[offset + k];
      sum = Math.fma(difference, difference, sum);
    }
    return sum;
  }

  /** Writes what member {@code n} says. */
  void copy(int n, float[] into, int offset) {
    System.arraycopy(values, n * classes, into, offset, classes);
  }

  /**
   * Writes Σ_n {@code shares}[n] · s_n / Σ_n {@code shares}[n].
   *
   * @return by how much that moves a value at most
   */
  float mean(float[] shares, float[] into, int offset) {
    double total = 0;
    for (int n = 0; n < size; n++) {
      total += shares[n];
    }
    float moved = 0;
    for (int k = offset; k < offset + classes; k++) {
      double sum = 0;
      for (int n = 0; n < size; n++) {
        sum = Math.fma(shares[n], value(n, k - offset), sum);
      }
      float mean = (float) (sum / total);
      moved = Math.max(moved, Math.abs(mean - into[k]));
      into[k] = mean;
    }
    return moved;
  }

  private void reserve(int members) {
    if (weights.length < members) {
      values = new float[members * classes];
      weights = new float[members];
      scratch = new float[members];
    }
  }

  private boolean saysAnything(float[] copy, int row) {
    for (int i = row * classes; i < (row + 1) * classes; i++) {
      if (copy[i] != 0) {
        return true;
      }
    }
    return false;
  }

  private void add(float[] from, int row, float weight) {
    System.arraycopy(from, row * classes, values, size * classes, classes);
    weights[size] = weight;
    size++;
  }
}
