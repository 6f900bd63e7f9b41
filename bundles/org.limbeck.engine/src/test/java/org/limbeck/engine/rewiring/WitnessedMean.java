package org.limbeck.engine.rewiring;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.limbeck.aggregation.TrackingMean;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

/** The tracking mean, with a record of what was injected. */
public final class WitnessedMean implements AggregationRule {
  private final AggregationRule rule = new TrackingMean();

  @Override
  public Estimate open(int rows, int classes) {
    return new Witnessed(rule.open(rows, classes), rows, classes);
  }

  @Override
  public boolean conservesSum() {
    return rule.conservesSum();
  }

  /** An estimate with what was injected last. */
  static final class Witnessed implements Estimate {
    private final Estimate estimate;
    private final int rows;
    private final int classes;
    private final float[] injected;

    Witnessed(Estimate estimate, int rows, int classes) {
      this.estimate = estimate;
      this.rows = rows;
      this.classes = classes;
      this.injected = new float[rows * classes];
    }

    /** Returns z − ŝ for all rows. */
    float[] excess() {
      Block all = new Block(rows, classes);
      all.rows(rows);
      for (int row = 0; row < rows; row++) {
        all.ids()[row] = row;
      }
      estimate.publish(all);
      float[] excess = new float[injected.length];
      for (int i = 0; i < excess.length; i++) {
        excess[i] = all.values()[i] - injected[i];
      }
      return excess;
    }

    @Override
    public void inject(Block decisions) {
      for (int row = 0; row < decisions.rows(); row++) {
        System.arraycopy(
            decisions.values(), row * classes, injected, decisions.ids()[row] * classes, classes);
      }
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
      for (float s : injected) {
        out.writeFloat(s);
      }
      estimate.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      for (int i = 0; i < injected.length; i++) {
        injected[i] = in.readFloat();
      }
      estimate.restore(in);
    }
  }
}
