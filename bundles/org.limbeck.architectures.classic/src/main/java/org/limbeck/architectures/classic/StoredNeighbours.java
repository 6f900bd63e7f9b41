package org.limbeck.architectures.classic;

import java.util.BitSet;

/**
 * The nearest neighbours of each row of a {@link StoredRows} among the others, looked for only when
 * a row comes or changes.
 */
final class StoredNeighbours {
  private final StoredRows memory;
  private final QueryBatch queries;
  private final NeighbourLists kept;
  private final int[] asking = new int[QueryBatch.MOST];

  /** Rows that are new or have other features than before. */
  private final BitSet moved = new BitSet();

  /**
   * Rows whose neighbours are to be looked for: those that moved, or one of whose neighbours did.
   */
  private final BitSet searching = new BitSet();

  private int settled;

  /**
   * Prepares to look for neighbours.
   *
   * @param queries what to look with, of use to others in between
   * @param length how many neighbours a row has, where there are so many
   */
  StoredNeighbours(StoredRows memory, QueryBatch queries, int length) {
    this.memory = memory;
    this.queries = queries;
    this.kept = new NeighbourLists(length);
  }

  /** Returns the neighbours of the rows, by their places. */
  NeighbourLists lists() {
    return kept;
  }

  /** Takes note that a row came to this place, or has other features now. */
  void moved(int place) {
    moved.set(place);
  }

  /** Takes note that all rows are others than before. */
  void allMoved() {
    settled = 0;
    moved.set(0, memory.size());
  }

  /** Brings the neighbours up to date with the rows that moved. */
  void settle() {
    if (moved.isEmpty()) {
      return;
    }
    kept.fit(memory.size());
    searching.or(moved);
    for (int place = 0; moved.nextSetBit(0) < settled && place < settled; place++) {
      if (lostNeighbour(place)) {
        searching.set(place);
      }
    }
    queries.clear();
    for (int place = searching.nextSetBit(0); place >= 0; place = searching.nextSetBit(place + 1)) {
      asking[queries.rows()] = place;
      queries.add(memory.inputs(), place * memory.features());
      if (queries.isFull()) {
        search();
      }
    }
    search();
    moved.clear();
    searching.clear();
    settled = memory.size();
  }

  private boolean lostNeighbour(int place) {
    for (int rank = 0; rank < kept.size(place); rank++) {
      if (moved.get(kept.place(place, rank))) {
        return true;
      }
    }
    return false;
  }

  private void search() {
    for (int q = 0; q < queries.rows(); q++) {
      kept.clear(asking[q]);
    }
    for (int place = 0; queries.rows() > 0 && place < memory.size(); place++) {
      float[] distances = queries.distances(memory.inputs(), place * memory.features());
      boolean searchesItself = searching.get(place);
      for (int q = 0; q < queries.rows(); q++) {
        if (asking[q] != place) {
          kept.offer(asking[q], place, distances[q]);
        }
        if (!searchesItself && moved.get(asking[q])) {
          kept.offer(place, asking[q], distances[q]);
        }
      }
    }
    queries.clear();
  }
}
