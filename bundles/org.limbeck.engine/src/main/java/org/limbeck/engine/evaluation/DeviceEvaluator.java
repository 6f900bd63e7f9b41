package org.limbeck.engine.evaluation;

import java.util.Arrays;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.event.DeviceDecisions;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.PrivacyGuarantee;
import org.limbeck.api.event.TestClassification;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.engine.adversary.Adversary;
import org.limbeck.engine.consensus.Agreement;
import org.limbeck.engine.device.BulkPrediction;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.TestTally;

/** Judges one device at one evaluation. */
final class DeviceEvaluator {
  private final DeviceRuntime device;
  private final ReferenceDataset reference;
  private final LabelledRows test;
  private final int classes;
  private float[] decisions = {};
  private double testAccuracy;
  private TestClassification classification = TestClassification.NONE;
  private double stationarity;
  private PrivacyGuarantee privacy = PrivacyGuarantee.NONE;

  DeviceEvaluator(DeviceRuntime device, ReferenceDataset reference, LabelledRows test) {
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
    TestTally tally = prediction.classify(test);
    testAccuracy = tally.accuracy();
    classification = tally.classification();
    stationarity =
        device
            .model()
            .capability(Gradients.class)
            .filter(gradients -> device.training().privacy().isEmpty())
            .map(this::norm)
            .orElse(Double.NaN);
    privacy = device.privacy();
  }

  /** Returns the soft decisions on all reference rows, R × K. */
  float[] decisions() {
    return decisions;
  }

  boolean isAdversary() {
    return device.participant() instanceof Adversary;
  }

  /** Returns what the device thinks. */
  DeviceDecisions thinks() {
    float[] estimate = new float[reference.rows() * classes];
    for (int row = 0; row < reference.rows(); row++) {
      if (!device.estimate().read(row, estimate, row * classes)) {
        Arrays.fill(estimate, row * classes, (row + 1) * classes, Float.NaN);
      }
    }
    return new DeviceDecisions(device.id(), classes, decisions, estimate);
  }

  /** Returns what is known of the device without the others. */
  DeviceEvaluation apart() {
    return evaluation(Double.NaN, Double.NaN);
  }

  /** Compares the device with the mean of all honest devices' soft decisions. */
  DeviceEvaluation compare(Agreement agreement) {
    return evaluation(
        agreement.disagreement(decisions), agreement.trackingError(device.estimate()::read));
  }

  private DeviceEvaluation evaluation(double disagreement, double trackingError) {
    return new DeviceEvaluation(
        device.id(),
        testAccuracy,
        disagreement,
        trackingError,
        stationarity,
        isAdversary(),
        privacy,
        classification);
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
