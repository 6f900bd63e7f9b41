package org.limbeck.architectures.classic;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The nearest neighbours, among the rows of a {@link StoredRows}, of rows that are not stored. Who
 * asks for a row again, as every evaluation does, waits only for the distances from what was stored
 * since. A row is recognised by its id and a 64-bit fingerprint of its features.
 */
final class QueryNeighbours {
  private static final int MOST_KEPT = 1 << 16;

  private final StoredRows memory;
  private final QueryBatch queries;

  /** Those of rows that are not kept, by their order, and then those of rows that are, by id. */
  private final NeighbourLists lists;

  private long[] fingerprints = {};

  /** How many of the stored rows a list has taken into account. */
  private int[] seen = {};

  private final int[] asking = new int[QueryBatch.MOST];
  private final BitSet pending = new BitSet();

  QueryNeighbours(StoredRows memory, QueryBatch queries, int length) {
    this.memory = memory;
    this.queries = queries;
    this.lists = new NeighbourLists(length);
    fit(QueryBatch.MOST);
  }

  /** Forgets what was found: the features of stored rows have changed. */
  void forget() {
    Arrays.fill(seen, 0);
  }

  /** Asks for a row, as one of {@link QueryBatch#MOST} at most. */
  void ask(int id, float[] values, int at) {
    int list = queries.rows();
    if (id >= 0 && id < MOST_KEPT && !pending.get(id)) {
      pending.set(id);
      list = QueryBatch.MOST + id;
      fit(list + 1);
    }
    long fingerprint = fingerprint(values, at);
    if (list < QueryBatch.MOST || fingerprint != fingerprints[list]) {
      seen[list] = 0;
      fingerprints[list] = fingerprint;
    }
    if (seen[list] == 0) {
      lists.clear(list);
    }
    asking[queries.rows()] = list;
    queries.add(values, at);
  }

  /** Finds the neighbours of the rows that were asked for. */
  NeighbourLists answer() {
    int first = memory.size();
    for (int q = 0; q < queries.rows(); q++) {
      first = Math.min(first, seen[asking[q]]);
    }
    for (int place = first; place < memory.size(); place++) {
      float[] distances = queries.distances(memory.inputs(), place * memory.features());
      for (int q = 0; q < queries.rows(); q++) {
        if (place >= seen[asking[q]]) {
          lists.offer(asking[q], place, distances[q]);
        }
      }
    }
    for (int q = 0; q < queries.rows(); q++) {
      seen[asking[q]] = memory.size();
    }
    queries.clear();
    pending.clear();
    return lists;
  }

  /** Returns which list is that of the n-th row that was asked for. */
  int list(int n) {
    return asking[n];
  }

  private void fit(int count) {
    lists.fit(count);
    if (count > seen.length) {
      int room = Math.max(count, seen.length + seen.length / 2);
      seen = Arrays.copyOf(seen, room);
      fingerprints = Arrays.copyOf(fingerprints, room);
    }
  }

  private long fingerprint(float[] values, int at) {
    long hash = 0;
    for (int i = at; i < at + memory.features(); i++) {
      hash = Long.rotateLeft(hash ^ Float.floatToRawIntBits(values[i]), 29) * 0x9E3779B97F4A7C15L;
    }
    return hash;
  }
}
