package org.limbeck.partitions;

import java.util.Arrays;

/** Where rows that are sorted by class are cut into shards. */
final class ShardBounds {

  private ShardBounds() {}

  /** Returns the first row of each shard, and the number of rows at the end. */
  static int[] starts(int[] labels, int classes, int shards) {
    int[] rows = new int[classes];
    for (int label : labels) {
      rows[label]++;
    }
    int[] starts = new int[shards + 1];
    if (Arrays.stream(rows).filter(count -> count > 0).count() > shards) {
      cut(0, labels.length, shards, starts, 0);
    } else {
      int[] perClass = perClass(rows, shards);
      int row = 0;
      int shard = 0;
      for (int c = 0; c < classes; c++) {
        cut(row, rows[c], perClass[c], starts, shard);
        row += rows[c];
        shard += perClass[c];
      }
    }
    return starts;
  }

  /** Cuts rows into shards of one size, give or take a row. */
  private static void cut(int first, int rows, int shards, int[] starts, int shard) {
    for (int i = 1; i <= shards; i++) {
      starts[shard + i] = first + (int) ((long) rows * i / shards);
    }
  }

  /** One shard for each class that has rows, and each further one for the largest that is left. */
  private static int[] perClass(int[] rows, int shards) {
    int[] perClass = Arrays.stream(rows).map(count -> Math.min(1, count)).toArray();
    for (int left = shards - Arrays.stream(perClass).sum(); left > 0; left--) {
      int next = 0;
      for (int c = 1; c < rows.length; c++) {
        if ((long) rows[c] * (perClass[next] + 1) > (long) rows[next] * (perClass[c] + 1)) {
          next = c;
        }
      }
      perClass[next]++;
    }
    return perClass;
  }
}
