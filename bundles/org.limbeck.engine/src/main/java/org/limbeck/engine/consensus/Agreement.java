package org.limbeck.engine.consensus;

import java.util.List;

/**
 * How far devices are from the mean of the honest devices' soft decisions on the reference rows.
 * Equal decisions give equal figures, bit for bit, wherever they are worked out. Immutable.
 */
public final class Agreement {

  /** Reads a device's estimate. */
  @FunctionalInterface
  public interface EstimateReader {

    /**
     * Reads a row, as {@link org.limbeck.api.aggregation.Estimate#read} does.
     *
     * @return false if the row was never exchanged; nothing needs to be written then
     */
    boolean read(int row, float[] into, int offset);
  }

  private final double[] mean;
  private final int classes;

  /**
   * Takes the mean, summed in the order of the devices.
   *
   * @param honest the soft decisions of each honest device, at least one, R × K each
   * @param classes the number of classes K
   * @throws IllegalArgumentException if there is no honest device, or sizes differ
   */
  public Agreement(List<float[]> honest, int classes) {
    if (honest.isEmpty()) {
      throw new IllegalArgumentException("there is no mean without an honest device");
    }
    this.classes = classes;
    this.mean = new double[honest.get(0).length];
    for (float[] decisions : honest) {
      requireSize(decisions);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += decisions[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= honest.size();
    }
  }

  /**
   * Returns the mean over all rows of the squared L2 distance to the mean decisions.
   *
   * @param decisions a device's soft decisions, R × K
   * @throws IllegalArgumentException if they have another size
   */
  public double disagreement(float[] decisions) {
    requireSize(decisions);
    double sum = 0;
    for (int row = 0; row < rows(); row++) {
      sum += squaredDistance(decisions, row * classes, row);
    }
    return sum / rows();
  }

  /**
   * Returns the mean over the rows that were exchanged of the squared L2 distance between an
   * estimate and the mean decisions; NaN if no row was.
   */
  public double trackingError(EstimateReader estimate) {
    float[] z = new float[classes];
    double sum = 0;
    int exchanged = 0;
    for (int row = 0; row < rows(); row++) {
      if (estimate.read(row, z, 0)) {
        sum += squaredDistance(z, 0, row);
        exchanged++;
      }
    }
    return exchanged == 0 ? Double.NaN : sum / exchanged;
  }

  private int rows() {
    return mean.length / classes;
  }

  private double squaredDistance(float[] s, int at, int row) {
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      double difference = s[at + k] - mean[row * classes + k];
      sum = Math.fma(difference, difference, sum);
    }
    return sum;
  }

  private void requireSize(float[] decisions) {
    if (decisions.length != mean.length) {
      throw new IllegalArgumentException(
          "decisions have " + decisions.length + " values where others have " + mean.length);
    }
  }
}
