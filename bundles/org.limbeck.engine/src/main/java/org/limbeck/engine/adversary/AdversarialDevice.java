package org.limbeck.engine.adversary;

import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.ForwardingDevice;
import org.limbeck.api.attack.Attack;

/** A device as an honest algorithm sees it, but with an estimate that lies. */
final class AdversarialDevice extends ForwardingDevice {
  private final FalsifiedEstimate estimate;
  private boolean used;

  AdversarialDevice(Device device, Attack attack) {
    super(device);
    this.estimate = new FalsifiedEstimate(device, attack);
  }

  void round(long round) {
    estimate.round(round);
  }

  boolean isUsed() {
    return used;
  }

  @Override
  public Estimate estimate() {
    used = true;
    return estimate;
  }
}
