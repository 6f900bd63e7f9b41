package org.limbeck.api.aggregation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.limbeck.api.Block;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An estimate that passes every call on to another one, those of default methods too. What wraps
 * one extends this, and overrides what it changes.
 */
@ConsumerType
public abstract class ForwardingEstimate implements Estimate {
  private final Estimate estimate;

  /** Forwards to another one. */
  protected ForwardingEstimate(Estimate estimate) {
    this.estimate = estimate;
  }

  @Override
  public void inject(Block decisions) {
    estimate.inject(decisions);
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
  public boolean tellsProfile() {
    return estimate.tellsProfile();
  }

  @Override
  public void leave(String peer) {
    estimate.leave(peer);
  }

  @Override
  public void readFlow(String peer, Block out) {
    estimate.readFlow(peer, out);
  }

  @Override
  public void replaceFlow(String peer, Block flow) {
    estimate.replaceFlow(peer, flow);
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
