package org.limbeck.engine.evaluation;

import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.engine.adversary.Adversary;
import org.limbeck.engine.device.BulkPrediction;
import org.limbeck.engine.device.DeviceRuntime;

/** Judges one device at one evaluation. */
final class DeviceJudge {
  private final DeviceRuntime device;
  private final ReferenceDataset reference;
  private final LabelledRows test;
  private final int classes;
  private float[] decisions = {};
  private double testAccuracy;
  private double stationarity;

  DeviceJudge(DeviceRuntime device, ReferenceDataset reference, LabelledRows test) {
    this.device = device;
    this.reference = reference;
    this.test = test;
    this.classes = device.classes();
  }

  /** Measures what needs this device alone. */
  void measure() {
    BulkPrediction prediction =
        new BulkPrediction(device.model(), reference.shape().features(), classes);
    decisions = prediction.decisions(reference);
    testAccuracy = prediction.accuracy(test);
    stationarity = device.model().capability(Gradients.class).map(this::norm).orElse(Double.NaN);
  }

  /** Returns the soft decisions on all reference rows, R × K. */
  float[] decisions() {
    return decisions;
  }

  boolean isAdversary() {
    return device.participant() instanceof Adversary;
  }

  /** Compares the device with the mean of all honest devices' soft decisions. */
  DeviceEvaluation compare(double[] mean) {
    return new DeviceEvaluation(
        device.id(),
        testAccuracy,
        disagreement(mean),
        trackingError(mean),
        stationarity,
        isAdversary());
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

  private double norm(Gradients gradients) {
    float[] gradient = new float[device.model().parameters()];
    gradients.gradient(device.participant().fullLesson(), gradient);
    double sum = 0;
    for (float g : gradient) {
      sum = Math.fma((double) g, g, sum);
    }
    return Math.sqrt(sum);
  }
}
