package org.limbeck.api.event;

/**
 * How one device does at an evaluation. The network's figure is the mean over the honest devices.
 *
 * @param device the device's id
 * @param testAccuracy the share of test rows classified right, 0 to 1
 * @param disagreement the mean over all reference rows of the squared L2 distance between the
 *     device's soft decisions and the mean of all honest devices' soft decisions
 * @param trackingError the mean over the reference rows that were exchanged of the squared L2
 *     distance between the device's estimate z and the mean of all honest devices' present soft
 *     decisions; NaN if no row was exchanged
 * @param stationarity the L2 norm of the gradient of the device's full regularised loss; NaN if its
 *     model cannot state gradients, or with differential privacy, which that would undo
 * @param adversary whether the device lies about its soft decisions; the figures are those of what
 *     it really thinks
 * @param privacy the differential privacy of its private rows so far
 * @param classification how it classifies the test rows
 */
public record DeviceEvaluation(
    String device,
    double testAccuracy,
    double disagreement,
    double trackingError,
    double stationarity,
    boolean adversary,
    PrivacyGuarantee privacy,
    TestClassification classification) {

  /** Makes an evaluation that says nothing of classes. */
  public DeviceEvaluation(
      String device,
      double testAccuracy,
      double disagreement,
      double trackingError,
      double stationarity,
      boolean adversary,
      PrivacyGuarantee privacy) {
    this(
        device,
        testAccuracy,
        disagreement,
        trackingError,
        stationarity,
        adversary,
        privacy,
        TestClassification.NONE);
  }

  /** Makes the evaluation of a device without differential privacy. */
  public DeviceEvaluation(
      String device,
      double testAccuracy,
      double disagreement,
      double trackingError,
      double stationarity,
      boolean adversary) {
    this(
        device,
        testAccuracy,
        disagreement,
        trackingError,
        stationarity,
        adversary,
        PrivacyGuarantee.NONE);
  }

  /** Makes the evaluation of an honest device. */
  public DeviceEvaluation(
      String device,
      double testAccuracy,
      double disagreement,
      double trackingError,
      double stationarity) {
    this(device, testAccuracy, disagreement, trackingError, stationarity, false);
  }
}
