package org.limbeck.partitions;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limbeck.api.partition.Partition;

/** Splits rows that stand class by class, and counts. */
final class LabelledSplit {
  private final int[] labels;
  private final int classes;

  LabelledSplit(int rowsPerClass, int classes) {
    this.labels = IntStream.range(0, rowsPerClass * classes).map(i -> i / rowsPerClass).toArray();
    this.classes = classes;
  }

  int[][] split(Partition partition, int devices, long seed) {
    return partition.split(labels, classes, devices, new SplittableRandom(seed));
  }

  /** Returns how many of the rows are of each class. */
  int[] perClass(int[] rows) {
    int[] counts = new int[classes];
    for (int row : rows) {
      counts[labels[row]]++;
    }
    return counts;
  }

  static int[] sizes(int[][] split) {
    return Arrays.stream(split).mapToInt(rows -> rows.length).toArray();
  }

  static int[] all(int[][] split) {
    return Arrays.stream(split).flatMapToInt(Arrays::stream).sorted().toArray();
  }
}
