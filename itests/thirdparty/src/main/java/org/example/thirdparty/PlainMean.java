package org.example.thirdparty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.AggregationRulePlugin;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The plain mean of a device's own soft decisions and those of its neighbours: no tracking. */
@AggregationRulePlugin(name = "plain-mean")
@Designate(ocd = PlainMean.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class PlainMean implements AggregationRule {

  @ObjectClassDefinition(name = "Neighbour mean", description = "The mean of the neighbourhood.")
  @interface Config {}

  @Override
  public Estimate open(int rows, int classes) {
    return new Mean(rows, classes);
  }

  @Override
  public boolean conservesSum() {
    return false;
  }

  private static final class Mean implements Estimate {
    private final int classes;
    private final float[] own;
    private final float[] mean;
    private final boolean[] exchanged;

    Mean(int rows, int classes) {
      this.classes = classes;
      this.own = new float[rows * classes];
      this.mean = new float[rows * classes];
      this.exchanged = new boolean[rows];
    }

    @Override
    public void inject(Block decisions) {
      for (int row = 0; row < decisions.rows(); row++) {
        System.arraycopy(
            decisions.values(), row * classes, own, decisions.ids()[row] * classes, classes);
      }
    }

    @Override
    public void publish(Block out) {
      for (int row = 0; row < out.rows(); row++) {
        System.arraycopy(own, out.ids()[row] * classes, out.values(), row * classes, classes);
      }
    }

    @Override
    public void mix(Block copy, List<Peer> peers, float gamma) {
      for (int row = 0; row < copy.rows(); row++) {
        int to = copy.ids()[row] * classes;
        for (int k = 0; k < classes; k++) {
          float sum = own[to + k];
          for (int m = 0; m < peers.size(); m++) {
            sum += peers.get(m).copy().values()[row * classes + k];
          }
          mean[to + k] = sum / (peers.size() + 1);
        }
        exchanged[copy.ids()[row]] = true;
      }
    }

    @Override
    public boolean read(int row, float[] into, int offset) {
      if (exchanged[row]) {
        System.arraycopy(mean, row * classes, into, offset, classes);
      }
      return exchanged[row];
    }

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeInt(exchanged.length);
      out.writeInt(classes);
      for (int i = 0; i < own.length; i++) {
        out.writeFloat(own[i]);
        out.writeFloat(mean[i]);
      }
      for (boolean row : exchanged) {
        out.writeBoolean(row);
      }
    }

    @Override
    public void restore(DataInput in) throws IOException {
      int rows = in.readInt();
      int width = in.readInt();
      if (rows != exchanged.length || width != classes) {
        throw new IOException(rows + " rows of " + width + " are saved, not as many as there are");
      }
      for (int i = 0; i < own.length; i++) {
        own[i] = in.readFloat();
        mean[i] = in.readFloat();
      }
      for (int row = 0; row < exchanged.length; row++) {
        exchanged[row] = in.readBoolean();
      }
    }
  }
}
