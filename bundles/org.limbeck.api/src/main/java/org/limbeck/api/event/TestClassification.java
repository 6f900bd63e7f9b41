package org.limbeck.api.event;

import java.util.List;

/**
 * How a device classifies the test rows, where K is the number of classes.
 *
 * @param classes K; 0 if nothing is known
 * @param confusion the confusion matrix, K × K, row by row: element i · K + j is the number of test
 *     rows of class i that the device takes for class j
 * @param calibrationError the expected calibration error, 0 to 1: the mean over the test rows of
 *     the distance between how often the device is right and how sure it is, in 15 bins of equal
 *     width of its largest probability (Guo et al., On Calibration of Modern Neural Networks, ICML
 *     2017); NaN if it does not exist
 */
public record TestClassification(int classes, List<Integer> confusion, double calibrationError) {
  /** Nothing is known. */
  public static final TestClassification NONE = new TestClassification(0, List.of(), Double.NaN);

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it has not K × K elements
   */
  public TestClassification {
    confusion = List.copyOf(confusion);
    if (confusion.size() != classes * classes) {
      throw new IllegalArgumentException(
          "a confusion matrix of "
              + classes
              + " classes does not have "
              + confusion.size()
              + " elements");
    }
  }

  /** Returns how many test rows of a class the device takes for another or the same one. */
  public int count(int actual, int predicted) {
    return confusion.get(actual * classes + predicted);
  }

  /** Returns whether anything is known. */
  public boolean exists() {
    return classes > 0;
  }
}
