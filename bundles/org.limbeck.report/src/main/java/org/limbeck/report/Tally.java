package org.limbeck.report;

import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.Traffic;

/** What has come together for one device. */
final class Tally {
  private final DeviceDescription device;
  private final RunningMean localLoss = new RunningMean();
  private final RunningMean distillationLoss = new RunningMean();
  private Traffic sent = Traffic.NONE;
  private Traffic received = Traffic.NONE;

  Tally(DeviceDescription device) {
    this.device = device;
  }

  void add(DeviceRound round) {
    localLoss.add(round.localLoss());
    distillationLoss.add(round.distillationLoss());
    sent = sent.plus(round.sent());
    received = received.plus(round.received());
  }

  /**
   * Joins an evaluation with what came since the one before; losses begin anew, traffic goes on.
   */
  DeviceMetrics close(DeviceEvaluation evaluation) {
    return new DeviceMetrics(
        device.id(),
        device.architecture(),
        evaluation.testAccuracy(),
        localLoss.take(),
        distillationLoss.take(),
        sent,
        received,
        evaluation.disagreement(),
        evaluation.trackingError(),
        evaluation.stationarity());
  }
}
