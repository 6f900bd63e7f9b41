package org.limbeck.engine.evaluation;

import org.limbeck.api.Block;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.engine.device.DeviceRuntime;

/** Judges one device at one evaluation. */
final class DeviceJudge {
  private static final int CHUNK = 256;

  private final DeviceRuntime device;
  private final ReferenceDataset reference;
  private final LabelledRows test;
  private final int features;
  private final int classes;
  private float[] decisions = {};
  private double testAccuracy;
  private double stationarity;

  DeviceJudge(DeviceRuntime device, ReferenceDataset reference, LabelledRows test) {
    this.device = device;
    this.reference = reference;
    this.test = test;
    this.features = reference.shape().features();
    this.classes = device.classes();
  }

  /** Measures what needs this device alone. */
  void measure() {
    decisions = predict(reference.rows(), reference::read);
    testAccuracy = accuracy(predict(test.rows(), test::read));
    stationarity = device.model().capability(Gradients.class).map(this::norm).orElse(Double.NaN);
  }

  /** Returns the soft decisions on all reference rows, R × K. */
  float[] decisions() {
    return decisions;
  }

  /** Compares the device with the mean of all devices' soft decisions. */
  DeviceEvaluation compare(double[] mean) {
    return new DeviceEvaluation(
        device.id(), testAccuracy, disagreement(mean), trackingError(mean), stationarity);
  }

  private double disagreement(double[] mean) {
    double sum = 0;
    for (int row = 0; row < reference.rows(); row++) {
      sum += squaredDistance(decisions, row * classes, mean, row * classes);
    }
    return sum / reference.rows();
  }

  private double trackingError(double[] mean) {
    float[] z = new float[classes];
    double sum = 0;
    int exchanged = 0;
    for (int row = 0; row < reference.rows(); row++) {
      if (device.estimate().read(row, z, 0)) {
        sum += squaredDistance(z, 0, mean, row * classes);
        exchanged++;
      }
    }
    return exchanged == 0 ? Double.NaN : sum / exchanged;
  }

  private double squaredDistance(float[] s, int at, double[] mean, int meanAt) {
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      double difference = s[at + k] - mean[meanAt + k];
      sum = Math.fma(difference, difference, sum);
    }
    return sum;
  }

  private double accuracy(float[] predicted) {
    int right = 0;
    for (int row = 0; row < test.rows(); row++) {
      if (mostLikely(predicted, row * classes) == test.label(row)) {
        right++;
      }
    }
    return (double) right / test.rows();
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

  private double norm(Gradients gradients) {
    float[] gradient = new float[device.model().parameters()];
    gradients.gradient(device.participant().fullLesson(), gradient);
    double sum = 0;
    for (float g : gradient) {
      sum = Math.fma((double) g, g, sum);
    }
    return Math.sqrt(sum);
  }

  private float[] predict(int rows, RowReader reader) {
    Model model = device.model();
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
