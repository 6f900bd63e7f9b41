package org.limbeck.engine.adversary;

import org.limbeck.api.Block;
import org.limbeck.api.aggregation.ForwardingEstimate;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.attack.Attack;

/** The estimate of a device that injects lies; what it is told by others it keeps as it is. */
final class FalsifiedEstimate extends ForwardingEstimate {
  private static final String STREAM = "attack";

  private final Device device;
  private final Attack attack;
  private Block lie;
  private long round;

  FalsifiedEstimate(Device device, Attack attack) {
    super(device.estimate());
    this.device = device;
    this.attack = attack;
    this.lie = new Block(0, device.classes());
  }

  void round(long current) {
    round = current;
  }

  /** Falsifies a copy: the device needs to know what it really thinks. */
  @Override
  public void inject(Block decisions) {
    if (lie.capacity() < decisions.rows()) {
      lie = new Block(decisions.rows(), decisions.width());
    }
    lie.selectLike(decisions);
    int values = decisions.rows() * decisions.width();
    System.arraycopy(decisions.values(), 0, lie.values(), 0, values);
    attack.falsify(lie, device.stream(STREAM, round), device.sharedStream(STREAM, round));
    super.inject(lie);
  }
}
