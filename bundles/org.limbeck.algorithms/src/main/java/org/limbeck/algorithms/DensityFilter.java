package org.limbeck.algorithms;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.privatedata.LabelledRows;

/**
 * Which reference rows are like the private rows of a device: those whose density ratio, to
 * uniformly distributed rows, is at least a quantile of the ratios of private rows that were held
 * out. J. Shao, F. Wu, J. Zhang, Nature Communications 15, 2024, client-side selector.
 *
 * @param quantile the share of the rows held out that would not pass, 0 to 1
 * @param width σ of the kernel, in medians of the distances between private rows; above 0
 */
record DensityFilter(float quantile, float width) {
  /** The λ of the authors' code. */
  private static final double LAMBDA = 0.001;

  /** Where their code has 2,000. */
  private static final int AUXILIARY_ROWS = 500;

  /** Of so many private rows one is held out. */
  private static final int HELD_OUT = 5;

  /** So many rows are enough for a median distance. */
  private static final int MEASURED = 100;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is violated
   */
  DensityFilter {
    if (!(quantile >= 0 && quantile <= 1) || !(width > 0)) {
      throw new IllegalArgumentException(
          "densityQuantile is 0 to 1 and kernelWidth above 0, not " + quantile + " and " + width);
    }
  }

  /** Returns the reference rows that pass; none if the device has no private rows. */
  BitSet select(Device device) {
    float[][] rows = shuffled(device);
    BitSet passed = new BitSet();
    if (rows.length == 0) {
      return passed;
    }
    int heldOut = Math.max(1, rows.length / HELD_OUT);
    float[][] known = rows.length == 1 ? rows : Arrays.copyOfRange(rows, heldOut, rows.length);
    DensityRatio ratio =
        new DensityRatio(
            width * medianDistance(rows),
            LAMBDA,
            known,
            uniform(rows, device.stream("density-ratio", 1)));
    double[] ratios = Arrays.stream(rows, 0, heldOut).mapToDouble(ratio::at).toArray();
    double threshold = quantile(ratios, quantile);
    float[] row = new float[rows[0].length];
    for (int id = 0; id < device.reference().rows(); id++) {
      device.reference().read(id, row, 0);
      passed.set(id, ratio.at(row) >= threshold);
    }
    return passed;
  }

  /** Returns the q-quantile, interpolated between the values next to it; sorts the values. */
  static double quantile(double[] values, double q) {
    Arrays.sort(values);
    double place = q * (values.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, values.length - 1);
    return values[below] + (place - below) * (values[above] - values[below]);
  }

  private static float[][] shuffled(Device device) {
    LabelledRows data = device.data();
    int[] order = new int[data.rows()];
    new UniformSampler(order.length, order.length).draw(device.stream("density-ratio", 0), order);
    float[][] rows = new float[order.length][device.reference().shape().features()];
    for (int i = 0; i < order.length; i++) {
      data.read(order[i], rows[i], 0);
    }
    return rows;
  }

  /** Returns the median distance between rows; 1 if there is none above 0. */
  private static double medianDistance(float[][] rows) {
    int measured = Math.min(rows.length, MEASURED);
    double[] distances = new double[measured * (measured - 1) / 2];
    int count = 0;
    for (int i = 0; i < measured; i++) {
      for (int j = 0; j < i; j++) {
        distances[count++] = Math.sqrt(DensityRatio.distance(rows[i], rows[j]));
      }
    }
    double median = count == 0 ? 0 : quantile(distances, 0.5);
    return median > 0 ? median : 1;
  }

  /** Returns rows whose features are uniform over the range of those of the private rows. */
  private static float[][] uniform(float[][] rows, RandomGenerator random) {
    float least = rows[0][0];
    float most = rows[0][0];
    for (float[] row : rows) {
      for (float value : row) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    float[][] drawn = new float[AUXILIARY_ROWS][rows[0].length];
    for (float[] row : drawn) {
      for (int i = 0; i < row.length; i++) {
        row[i] = least + random.nextFloat() * (most - least);
      }
    }
    return drawn;
  }
}
