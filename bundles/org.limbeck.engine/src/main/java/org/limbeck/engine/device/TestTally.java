package org.limbeck.engine.device;

import java.util.Arrays;
import org.limbeck.api.event.TestClassification;
import org.limbeck.api.privatedata.LabelledRows;

/**
 * Counts what a model says of labelled rows. A row is taken for the class of the largest
 * probability; of several, for the first.
 */
public final class TestTally {

  /** As many bins as in the paper that {@link #calibrationError} names. */
  private static final int BINS = 15;

  private final int classes;
  private final int rows;
  private final int[] confusion;
  private final int[] rightOfBin = new int[BINS];
  private final double[] sureOfBin = new double[BINS];
  private int right;

  /**
   * Counts.
   *
   * @param classes the number of classes K
   * @param test N rows, with labels below K
   * @param decisions soft decisions on them, N × K
   */
  public TestTally(int classes, LabelledRows test, float[] decisions) {
    this.classes = classes;
    this.rows = test.rows();
    this.confusion = new int[classes * classes];
    for (int row = 0; row < rows; row++) {
      int predicted = mostLikely(decisions, row * classes);
      count(test.label(row), predicted, decisions[row * classes + predicted]);
    }
  }

  /** Returns the share of rows that are classified right, 0 to 1; NaN if there are no rows. */
  public double accuracy() {
    return (double) right / rows;
  }

  /** Returns the confusion matrix and the calibration error. */
  public TestClassification classification() {
    return new TestClassification(
        classes, Arrays.stream(confusion).boxed().toList(), calibrationError());
  }

  /**
   * Returns the expected calibration error: Σ |B| / N · |acc(B) − conf(B)| over the bins B, which
   * hold the rows whose largest probability is in (m/15, (m+1)/15] (equations 2 and 3 of Guo,
   * Pleiss, Sun, Weinberger, On Calibration of Modern Neural Networks, ICML 2017). As acc(B) and
   * conf(B) are means over the rows of B, that is Σ |right − sum of the largest probabilities| / N.
   */
  private double calibrationError() {
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += Math.abs(rightOfBin[bin] - sureOfBin[bin]);
    }
    return sum / rows;
  }

  private void count(int actual, int predicted, double sure) {
    int bin = Math.max(0, Math.min(BINS - 1, (int) Math.ceil(BINS * sure) - 1));
    confusion[actual * classes + predicted]++;
    sureOfBin[bin] += sure;
    if (actual == predicted) {
      rightOfBin[bin]++;
      right++;
    }
  }

  private int mostLikely(float[] s, int at) {
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (s[at + k] > s[at + best]) {
        best = k;
      }
    }
    return best;
  }
}
