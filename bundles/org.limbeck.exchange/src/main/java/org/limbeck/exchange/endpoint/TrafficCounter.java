package org.limbeck.exchange.endpoint;

import org.limbeck.api.event.Traffic;

/** Tells what a device has sent and received since its last report. */
public final class TrafficCounter {
  private final FrameSender sender;
  private final FrameReceiver receiver;
  private Traffic sentBefore = Traffic.NONE;
  private Traffic receivedBefore = Traffic.NONE;

  /** Has counted nothing yet. */
  public TrafficCounter(FrameSender sender, FrameReceiver receiver) {
    this.sender = sender;
    this.receiver = receiver;
  }

  /** Returns what is still to be reported. */
  public PendingTraffic pending() {
    return new PendingTraffic(
        sender.sent().minus(sentBefore), receiver.received().minus(receivedBefore));
  }

  /** Returns the traffic since this was last asked. */
  public PendingTraffic report() {
    PendingTraffic traffic = pending();
    sentBefore = sender.sent();
    receivedBefore = receiver.received();
    return traffic;
  }

  /** Takes over what another device object has not reported yet. */
  public void reportsFor(PendingTraffic traffic) {
    sentBefore = sentBefore.minus(traffic.sent());
    receivedBefore = receivedBefore.minus(traffic.received());
  }
}
