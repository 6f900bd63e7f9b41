package org.limbeck.architectures.classic;

import java.util.Arrays;

/**
 * Makes a soft decision of what the nearest rows say: s = (1 − ε) Σ_i w_i t_i / Σ_i w_i + ε / K
 * over the k nearest, with their labels or targets t_i. The similarity of a row at the distance d_i
 * is Epanechnikov's kernel 1 − d_i² / d_{k+1}², as wide as the distance of the nearest row without
 * a vote; a private row has it as its weight w_i, a reference row times a factor.
 */
final class NeighbourVote {
  /** The least similarity: rows that are all equally far away have a vote too. */
  private static final float LEAST = 1e-3f;

  private final int classes;
  private final int voters;
  private final float smoothing;

  /**
   * Fixes the rules.
   *
   * @param voters k, at least 1
   * @param smoothing ε, above 0 and below 1
   */
  NeighbourVote(int classes, int voters, float smoothing) {
    this.classes = classes;
    this.voters = voters;
    this.smoothing = smoothing;
  }

  /** Returns how many neighbours of a row must be known. */
  int neighbours() {
    return voters + 1;
  }

  /**
   * Writes a soft decision.
   *
   * @param lists the neighbours of some rows
   * @param list which of these rows
   * @param referenceWeight the factor of reference rows, above 0
   * @param decisions receives K values at {@code at}: the uniform distribution if there are no
   *     neighbours
   */
  void decide(
      StoredRows memory,
      NeighbourLists lists,
      int list,
      float referenceWeight,
      float[] decisions,
      int at) {
    Arrays.fill(decisions, at, at + classes, 0);
    float width =
        lists.size(list) > voters ? lists.distance(list, voters) : Float.POSITIVE_INFINITY;
    float sum = 0;
    for (int rank = 0; rank < Math.min(voters, lists.size(list)); rank++) {
      int place = lists.place(list, rank);
      float weight = similarity(lists.distance(list, rank), width);
      if (memory.kind(place) == RowOrigin.REFERENCE) {
        weight *= referenceWeight;
      }
      sum += weight;
      for (int k = 0; k < classes; k++) {
        decisions[at + k] += weight * memory.targets()[place * classes + k];
      }
    }
    float share = sum > 0 ? smoothing : 1;
    float scale = sum > 0 ? (1 - smoothing) / sum : 0;
    for (int k = at; k < at + classes; k++) {
      decisions[k] = decisions[k] * scale + share / classes;
    }
  }

  private static float similarity(float distance, float width) {
    float kernel = 1 - distance / width;
    return kernel > LEAST ? kernel : LEAST;
  }
}
