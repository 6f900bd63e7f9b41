package org.limbeck.engine.device;

import org.limbeck.api.Block;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;

/** What a model predicts for whole datasets. Allocates; for use between rounds. */
public final class BulkPrediction {
  private static final int CHUNK = 256;

  private final Model model;
  private final int features;
  private final int classes;

  /** Predicts with a model of some input features and K classes. */
  public BulkPrediction(Model model, int features, int classes) {
    this.model = model;
    this.features = features;
    this.classes = classes;
  }

  /** Returns the soft decisions on all reference rows, R × K. */
  public float[] decisions(ReferenceDataset reference) {
    return predict(reference.rows(), reference::read);
  }

  /** Returns the share of rows that are classified right, 0 to 1. */
  public double accuracy(LabelledRows test) {
    return classify(test).accuracy();
  }

  /** Returns how the rows are classified. */
  public TestTally classify(LabelledRows test) {
    return new TestTally(classes, test, predict(test.rows(), test::read));
  }

  private float[] predict(int rows, RowReader reader) {
    float[] all = new float[rows * classes];
    Block inputs = new Block(Math.min(CHUNK, rows), features);
    Block out = new Block(inputs.capacity(), classes);
    for (int from = 0; from < rows; from += CHUNK) {
      inputs.rows(Math.min(CHUNK, rows - from));
      for (int i = 0; i < inputs.rows(); i++) {
        inputs.ids()[i] = from + i;
        reader.read(from + i, inputs.values(), i * features);
      }
      model.predict(inputs, out);
      System.arraycopy(out.values(), 0, all, from * classes, inputs.rows() * classes);
    }
    return all;
  }

  @FunctionalInterface
  private interface RowReader {
    void read(int row, float[] into, int offset);
  }
}
