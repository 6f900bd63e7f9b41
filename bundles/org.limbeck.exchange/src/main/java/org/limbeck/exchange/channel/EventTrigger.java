package org.limbeck.exchange.channel;

import java.util.Arrays;
import org.limbeck.api.Block;

/**
 * Which rows of a round a device sends: those that have moved far enough from what the receivers
 * know, and of these the ones that have moved furthest. In the manner of X. Cao, T. Başar,
 * <i>Decentralized Online Convex Optimization with Event-Triggered Communications</i>, IEEE TSP
 * 2021.
 *
 * @param threshold how far a row must have moved at least, in L2 distance; 0 or more
 * @param share the share of the rows that may be sent, {@link #LEAST_SHARE} to 1: the threshold
 *     adapts to it
 */
public record EventTrigger(float threshold, float share) {
  /** Every row is sent, moved or not. */
  public static final EventTrigger NONE = new EventTrigger(0, 1);

  /** One row in a thousand. */
  public static final float LEAST_SHARE = 0.001f;

  /** Returns whether any row may be held back. */
  public boolean isSet() {
    return threshold > 0 || share < 1;
  }

  /** Returns the least squared distance of a row of {@code moves} that is sent. */
  public double least(Block moves) {
    double least = (double) threshold * threshold;
    if (share == 1) {
      return least;
    }
    double[] distances = new double[moves.rows()];
    for (int row = 0; row < distances.length; row++) {
      distances[row] = distance(moves, row);
    }
    Arrays.sort(distances);
    int sent = Math.max(1, Math.round(share * distances.length));
    return Math.max(least, distances[distances.length - sent]);
  }

  /** Returns whether a row is sent. */
  public boolean passes(Block moves, int row, double least) {
    double distance = distance(moves, row);
    return distance >= least && distance > 0;
  }

  private static double distance(Block moves, int row) {
    double sum = 0;
    for (int k = row * moves.width(); k < (row + 1) * moves.width(); k++) {
      sum = Math.fma((double) moves.values()[k], moves.values()[k], sum);
    }
    return sum;
  }
}
