package org.limbeck.engine.swap;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.aggregation.TrackingMean;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.ForwardingAggregationRule;
import org.limbeck.api.aggregation.ForwardingEstimate;

/** The tracking mean, with a record of what was injected. */
public final class WitnessedMean extends ForwardingAggregationRule {

  public WitnessedMean() {
    super(new TrackingMean());
  }

  @Override
  public Estimate open(int rows, int classes) {
    return new Witnessed(super.open(rows, classes), rows, classes);
  }

  /** An estimate with what was injected last. */
  static final class Witnessed extends ForwardingEstimate {
    private final int rows;
    private final int classes;
    private final float[] injected;

    Witnessed(Estimate estimate, int rows, int classes) {
      super(estimate);
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
      publish(all);
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
      super.inject(decisions);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      for (float s : injected) {
        out.writeFloat(s);
      }
      super.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      for (int i = 0; i < injected.length; i++) {
        injected[i] = in.readFloat();
      }
      super.restore(in);
    }
  }
}
