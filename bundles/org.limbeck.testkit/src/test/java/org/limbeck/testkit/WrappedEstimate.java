package org.limbeck.testkit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

/** An estimate that passes every call on. */
class WrappedEstimate implements Estimate {
  final Estimate estimate;

  WrappedEstimate(Estimate estimate) {
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
