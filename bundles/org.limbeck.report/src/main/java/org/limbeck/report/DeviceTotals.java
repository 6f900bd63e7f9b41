package org.limbeck.report;

import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.Traffic;
import org.limbeck.report.format.OptionalFigures;

/**
 * What has come together for one device. Immutable.
 *
 * @param device the device as it is now
 * @param sent bytes sent since it joined
 * @param received bytes received since it joined
 * @param localLoss its local loss since the last evaluation
 * @param distillationLoss its distillation loss since the last evaluation
 */
record DeviceTotals(
    DeviceDescription device,
    Traffic sent,
    Traffic received,
    RunningMean localLoss,
    RunningMean distillationLoss) {

  /** Returns the totals of a device that has done nothing yet. */
  static DeviceTotals of(DeviceDescription device) {
    return new DeviceTotals(device, Traffic.NONE, Traffic.NONE, RunningMean.NONE, RunningMean.NONE);
  }

  DeviceTotals plus(DeviceRound round) {
    return new DeviceTotals(
        device,
        sent.plus(round.sent()),
        received.plus(round.received()),
        localLoss.plus(round.localLoss()),
        distillationLoss.plus(round.distillationLoss()));
  }

  /** Returns the totals of the same device with, say, another architecture. */
  DeviceTotals describedAs(DeviceDescription now) {
    return new DeviceTotals(now, sent, received, localLoss, distillationLoss);
  }

  /** Returns the totals after an evaluation: losses begin anew, traffic goes on. */
  DeviceTotals evaluated() {
    return new DeviceTotals(device, sent, received, RunningMean.NONE, RunningMean.NONE);
  }

  /** Joins an evaluation with what came since the one before. */
  DeviceMetrics at(DeviceEvaluation evaluation) {
    return new DeviceMetrics(
        device.id(),
        device.architecture(),
        evaluation.testAccuracy(),
        localLoss.value(),
        distillationLoss.value(),
        sent,
        received,
        evaluation.disagreement(),
        evaluation.trackingError(),
        evaluation.stationarity(),
        device.adversary(),
        evaluation.privacy(),
        evaluation.classification());
  }

  DepartedDevice departed(long round) {
    return new DepartedDevice(
        device.id(),
        device.architecture(),
        device.parameters(),
        device.privateRows(),
        round,
        sent.payloadBytes(),
        received.payloadBytes(),
        sent.frameBytes(),
        received.frameBytes(),
        OptionalFigures.someOrNull(sent.wireBytes()));
  }
}
