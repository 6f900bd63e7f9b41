package org.limbeck.api.partition;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.limbeck.api.privatedata.LabelledRows;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Divides the training rows among the devices. Offered as a service with {@link PartitionPlugin}.
 * Stateless and safe for use by several threads at once.
 */
@ConsumerType
public interface Partition {

  /**
   * Chooses the rows of each device.
   *
   * @param labels the class of each row, 0 to {@code classes} − 1
   * @param classes the number of classes K
   * @param devices how many devices there are, at least 1
   * @param random the only source of randomness
   * @return for each device the numbers of its rows, at least one; no row is given twice, and rows
   *     may be left over
   * @throws IllegalArgumentException if the rows cannot be divided so; the message says how many
   *     devices or rows would do
   */
  int[][] split(int[] labels, int classes, int devices, RandomGenerator random);

  /**
   * Chooses the rows of each device by more than their classes. This is what the engine calls; by
   * default it asks {@link #split(int[], int, int, RandomGenerator)}.
   *
   * @param rows the training rows
   * @param classes the number of classes K
   * @param devices how many devices there are, at least 1
   * @param random the only source of randomness
   * @return as above
   * @throws IllegalArgumentException as above
   */
  default int[][] split(LabelledRows rows, int classes, int devices, RandomGenerator random) {
    int[] labels = IntStream.range(0, rows.rows()).map(rows::label).toArray();
    return split(labels, classes, devices, random);
  }
}
