package org.limbeck.architectures.dl4j;

import java.util.Arrays;
import org.limbeck.api.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sends two rows through a network and back, which finds what does not fit together. */
final class TrialPass {
  private static final int ROWS = 2;

  private TrialPass() {}

  /**
   * Tries a network out.
   *
   * @throws IllegalArgumentException if it does not turn such rows into logits of so many classes
   */
  static void run(Dl4jNetwork network, RowLayout row, Shape shape, int classes) {
    try (NativeRows inputs = new NativeRows(row.shape());
        NativeRows errors = new NativeRows(classes)) {
      INDArray rows = inputs.rows(ROWS).assign(0);
      long[][] output = new long[1][];
      attempt(shape, () -> network.forward(rows, logits -> output[0] = logits.shape()));
      check(output[0], classes);
      INDArray none = errors.rows(ROWS).assign(0);
      attempt(shape, () -> network.backward(rows, logits -> none));
    }
  }

  private static void attempt(Shape shape, Runnable pass) {
    try {
      pass.run();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "does not work on rows of " + shape + ": " + ExceptionSummary.of(e), e);
    }
  }

  private static void check(long[] output, int classes) {
    if (output.length != 2 || output[0] != ROWS) {
      throw new IllegalArgumentException(
          "has an output of shape " + Arrays.toString(output) + " for 2 rows, not a row for each");
    }
    if (output[1] != classes) {
      throw new IllegalArgumentException(
          "has " + output[1] + " outputs, but the data has " + classes + " classes");
    }
  }
}
