package org.limbeck.architectures.external;

import java.util.Arrays;
import org.limbeck.api.Block;

/** Checks what a program predicts, and takes rounding out of it. */
final class SoftDecisions {
  private static final float TOLERANCE = 1e-3f;
  private static final int MOST_SHOWN = 10;

  private SoftDecisions() {}

  /**
   * Divides each row by its sum.
   *
   * @throws ProgramException if a row is not finite, not negative, and of the sum 1 or so
   */
  static void normalise(Block decisions, Program program) {
    float[] values = decisions.values();
    int classes = decisions.width();
    for (int row = 0; row < decisions.rows(); row++) {
      int from = row * classes;
      float sum = 0;
      boolean wrong = false;
      for (int k = from; k < from + classes; k++) {
        sum += values[k];
        wrong |= !(values[k] >= 0);
      }
      if (wrong || !(Math.abs(sum - 1) <= TOLERANCE)) {
        throw program.fail(complaint(decisions, row, sum));
      }
      for (int k = from; k < from + classes; k++) {
        values[k] /= sum;
      }
    }
  }

  private static String complaint(Block decisions, int row, float sum) {
    int classes = decisions.width();
    float[] shown =
        Arrays.copyOfRange(
            decisions.values(), row * classes, row * classes + Math.min(classes, MOST_SHOWN));
    return "answered 'predict' with a row that is no distribution over classes: row "
        + (row + 1)
        + " of "
        + decisions.rows()
        + " is "
        + Arrays.toString(shown).replace("]", classes > MOST_SHOWN ? ", …]" : "]")
        + ", with the sum "
        + sum
        + "; values are finite and not negative, and have the sum 1";
  }
}
