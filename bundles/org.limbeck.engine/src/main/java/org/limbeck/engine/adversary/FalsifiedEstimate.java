package org.limbeck.engine.adversary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.attack.Attack;

/** The estimate of a device that injects lies; what it is told by others it keeps as it is. */
final class FalsifiedEstimate implements Estimate {
  private static final String STREAM = "attack";

  private final Device device;
  private final Estimate estimate;
  private final Attack attack;
  private Block lie;
  private long round;

  FalsifiedEstimate(Device device, Attack attack) {
    this.device = device;
    this.estimate = device.estimate();
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
    estimate.inject(lie);
  }

  @Override
  public void publish(Block out) {
    estimate.publish(out);
  }

  @Override
  public void mix(Block own, List<Peer> peers, float gamma) {
    estimate.mix(own, peers, gamma);
  }

  @Override
  public boolean read(int row, float[] into, int offset) {
    return estimate.read(row, into, offset);
  }

  @Override
  public void leave(String peer) {
    estimate.leave(peer);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    estimate.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    estimate.restore(in);
  }
}
