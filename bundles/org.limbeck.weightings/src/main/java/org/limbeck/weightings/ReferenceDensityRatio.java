package org.limbeck.weightings;

import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;

/**
 * The ratio of the density of private rows to that of reference rows, by probabilistic
 * classification: r(x) = P(private | x) / P(reference | x), where both sorts are as frequent. M.
 * Sugiyama, T. Suzuki, T. Kanamori, <i>Density Ratio Estimation in Machine Learning</i>, Cambridge
 * University Press 2012, chapter 4. P is a {@linkplain LogisticRegression logistic regression} on
 * scaled features.
 */
final class ReferenceDensityRatio {
  /** So many rows of each sort tell them apart; they are spread evenly over all. */
  private static final int MOST_ROWS = 2_000;

  private final ReferenceDataset reference;
  private final RowScaling scaling;
  private final LogisticRegression regression;

  /**
   * Fits the ratio.
   *
   * @param rows the private rows, at least one
   * @param reference the reference rows, at least one
   * @param regularization of the regression, above 0
   */
  ReferenceDensityRatio(LabelledRows rows, ReferenceDataset reference, double regularization) {
    int features = reference.shape().features();
    float[][] known = spread(rows::read, rows.rows(), features);
    float[][] others = spread(reference::read, reference.rows(), features);
    this.reference = reference;
    this.scaling = RowScaling.of(known, others);
    for (float[][] part : new float[][][] {known, others}) {
      for (float[] row : part) {
        scaling.apply(row);
      }
    }
    this.regression = new LogisticRegression(known, others, regularization);
  }

  /**
   * Returns the ratio at each reference row, 0 or more: a new array. Its mean is 1, as that of the
   * true ratio.
   */
  float[] values() {
    float[] row = new float[reference.shape().features()];
    double[] odds = new double[reference.rows()];
    double largest = Double.NEGATIVE_INFINITY;
    for (int id = 0; id < odds.length; id++) {
      reference.read(id, row, 0);
      scaling.apply(row);
      odds[id] = regression.logOdds(row);
      largest = Math.max(largest, odds[id]);
    }
    double sum = 0;
    for (int id = 0; id < odds.length; id++) {
      odds[id] = StrictMath.exp(odds[id] - largest);
      sum += odds[id];
    }
    float[] ratios = new float[odds.length];
    for (int id = 0; id < odds.length; id++) {
      ratios[id] = (float) (odds[id] / sum * odds.length);
    }
    return ratios;
  }

  private static float[][] spread(FeatureReader reader, int rows, int features) {
    float[][] chosen = new float[Math.min(rows, MOST_ROWS)][features];
    for (int i = 0; i < chosen.length; i++) {
      reader.read((int) ((long) i * rows / chosen.length), chosen[i], 0);
    }
    return chosen;
  }

  /** Reads a row. */
  @FunctionalInterface
  private interface FeatureReader {
    void read(int row, float[] into, int offset);
  }
}
