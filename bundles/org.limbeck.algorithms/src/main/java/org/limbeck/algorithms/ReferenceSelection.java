package org.limbeck.algorithms;

import java.util.random.RandomGenerator;
import org.limbeck.api.algorithm.Device;

/**
 * Chooses reference rows from streams that all devices share. Used by one thread at a time.
 *
 * @param device the device
 * @param exchanges which rows are exchanged, and when
 * @param sizes the buffers
 */
record ReferenceSelection(
    Device device, ExchangeSchedule exchanges, DistillationBuffers.Sizes sizes) {

  /**
   * Writes the rows that devices exchange in a round: reference rows, and after them that of the
   * profile, if they tell one. Returns how many, 0 if none is due.
   */
  int exchanged(long round, int[] ids) {
    if (!exchanges.isDue(round)) {
      return 0;
    }
    int rows = batch(round, ids);
    if (device.estimate().tellsProfile()) {
      ids[rows++] = device.reference().rows();
    }
    return rows;
  }

  /**
   * Writes the reference rows that an exchange in this round speaks of, or would if one were due.
   */
  int batch(long round, int[] ids) {
    UniformSampler sampler = device.scratch(sizes).sampler();
    if (exchanges.order() == ExchangeSchedule.Order.RANDOM) {
      return sampler.draw(device.sharedStream("reference-batch", round), ids);
    }
    return inTurn(exchanges.before(round), sampler.capacity(), ids);
  }

  /** Goes through all rows in strides that have no divisor in common with their number. */
  private int inTurn(long exchange, int size, int[] ids) {
    int rows = device.reference().rows();
    int turns = (rows + size - 1) / size;
    RandomGenerator random = device.sharedStream("reference-order", exchange / turns);
    int offset = random.nextInt(rows);
    int stride = 1 + random.nextInt(rows);
    while (gcd(stride, rows) != 1) {
      stride++;
    }
    int first = (int) (exchange % turns) * size;
    int count = Math.min(size, rows - first);
    for (int i = 0; i < count; i++) {
      ids[i] = (int) ((offset + (long) stride * (first + i)) % rows);
    }
    return count;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
