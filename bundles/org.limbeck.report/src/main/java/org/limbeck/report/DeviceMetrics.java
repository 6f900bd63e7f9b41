package org.limbeck.report;

import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.PrivacyGuarantee;
import org.limbeck.api.event.TestClassification;
import org.limbeck.api.event.Traffic;

/**
 * Where a device stands at an evaluation. Figures that do not exist are NaN.
 *
 * @param device the device's id
 * @param architecture the name of its architecture
 * @param testAccuracy the share of test rows classified right, 0 to 1
 * @param localLoss mean local loss per round since the evaluation before, in nats; NaN at the first
 * @param distillationLoss mean distillation loss per round since the evaluation before, without ρ,
 *     over the rounds that had one
 * @param sent bytes sent since the run began or it joined, one copy per neighbour
 * @param received bytes received since then
 * @param disagreement see {@link org.limbeck.api.event.DeviceEvaluation}
 * @param trackingError see {@link org.limbeck.api.event.DeviceEvaluation}
 * @param stationarity see {@link org.limbeck.api.event.DeviceEvaluation}
 * @param adversary the name of the attack by which it lies; empty if it is honest
 * @param privacy the differential privacy of its private rows so far
 * @param classification how it classifies the test rows; kept of the last evaluation only
 */
public record DeviceMetrics(
    String device,
    String architecture,
    double testAccuracy,
    double localLoss,
    double distillationLoss,
    Traffic sent,
    Traffic received,
    double disagreement,
    double trackingError,
    double stationarity,
    String adversary,
    PrivacyGuarantee privacy,
    TestClassification classification) {

  /**
   * Reads nothing said of an attack, as in what older versions have saved, as honesty, nothing said
   * of privacy as none, and nothing said of classes as not known.
   */
  public DeviceMetrics {
    adversary = adversary == null ? "" : adversary;
    privacy = privacy == null ? PrivacyGuarantee.NONE : privacy;
    classification = classification == null ? TestClassification.NONE : classification;
  }

  /** Makes metrics that say nothing of classes. */
  public DeviceMetrics(
      String device,
      String architecture,
      double testAccuracy,
      double localLoss,
      double distillationLoss,
      Traffic sent,
      Traffic received,
      double disagreement,
      double trackingError,
      double stationarity,
      String adversary,
      PrivacyGuarantee privacy) {
    this(
        device,
        architecture,
        testAccuracy,
        localLoss,
        distillationLoss,
        sent,
        received,
        disagreement,
        trackingError,
        stationarity,
        adversary,
        privacy,
        TestClassification.NONE);
  }

  /** Returns the same with what follows from a comparison with other devices. */
  public DeviceMetrics compared(double itsDisagreement, double itsTrackingError) {
    return new DeviceMetrics(
        device,
        architecture,
        testAccuracy,
        localLoss,
        distillationLoss,
        sent,
        received,
        itsDisagreement,
        itsTrackingError,
        stationarity,
        adversary,
        privacy,
        classification);
  }

  /** Returns the same without what is known of classes, which takes room. */
  DeviceMetrics withoutClassification() {
    return new DeviceMetrics(
        device,
        architecture,
        testAccuracy,
        localLoss,
        distillationLoss,
        sent,
        received,
        disagreement,
        trackingError,
        stationarity,
        adversary,
        privacy);
  }

  /** Returns whether the device says what it thinks. */
  public boolean honest() {
    return adversary.isEmpty();
  }

  /** Returns what is known of a device that has not been evaluated. */
  static DeviceMetrics unknown(DeviceDescription device) {
    double none = Double.NaN;
    return DeviceTotals.of(device).at(new DeviceEvaluation(device.id(), none, none, none, none));
  }
}
