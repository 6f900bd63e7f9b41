package org.limbeck.aggregation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

/**
 * The estimate z of one device in the flow form: z = ŝ + Σ_m f_m, the soft decisions that it
 * injected last and one flow per edge that it ever had. As the two ends of an edge hold opposite
 * flows, Σ z = Σ ŝ over all devices; and as a flow can be taken back, the same holds for those who
 * stay when a device goes.
 */
final class TrackedMean implements Estimate {
  private final int classes;
  private final float[] injected;
  private final float[] z;
  private final boolean[] exchanged;

  /** In ascending order of the peers, as sums of floats depend on the order. */
  private final List<Flow> flows = new ArrayList<>();

  TrackedMean(int rows, int classes) {
    this.classes = classes;
    this.injected = new float[Math.multiplyExact(rows, classes)];
    this.z = new float[injected.length];
    this.exchanged = new boolean[rows];
  }

  /** ŝ ← s, and so z ← z + s − ŝ. */
  @Override
  public void inject(Block decisions) {
    for (int row = 0; row < decisions.rows(); row++) {
      int id = decisions.ids()[row];
      System.arraycopy(decisions.values(), row * classes, injected, id * classes, classes);
      addUp(id);
    }
  }

  @Override
  public void publish(Block out) {
    for (int row = 0; row < out.rows(); row++) {
      System.arraycopy(z, out.ids()[row] * classes, out.values(), row * classes, classes);
    }
  }

  /** f_nm ← f_nm + γ w_nm (ẑ_m − ẑ_n), and so z_n ← z_n + γ Σ_m w_nm (ẑ_m − ẑ_n). */
  @Override
  public void mix(Block own, List<Peer> peers, float gamma) {
    for (int m = 0; m < peers.size(); m++) {
      pull(own, peers.get(m), gamma);
    }
    for (int row = 0; row < own.rows(); row++) {
      int id = own.ids()[row];
      addUp(id);
      exchanged[id] = true;
    }
  }

  @Override
  public boolean read(int row, float[] into, int offset) {
    if (exchanged[row]) {
      System.arraycopy(z, row * classes, into, offset, classes);
    }
    return exchanged[row];
  }

  /** z_n ← z_n − f_nm. */
  @Override
  public void leave(String peer) {
    if (flows.removeIf(flow -> flow.peer().equals(peer))) {
      addUpAll();
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(exchanged.length);
    out.writeInt(classes);
    for (boolean row : exchanged) {
      out.writeBoolean(row);
    }
    write(injected, out);
    out.writeInt(flows.size());
    for (Flow flow : flows) {
      out.writeUTF(flow.peer());
      write(flow.values(), out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int rows = in.readInt();
    int width = in.readInt();
    if (rows != exchanged.length || width != classes) {
      throw new IOException(
          String.format(
              "the saved estimate has %d rows of %d classes, not %d of %d",
              rows, width, exchanged.length, classes));
    }
    for (int row = 0; row < rows; row++) {
      exchanged[row] = in.readBoolean();
    }
    read(in, injected);
    flows.clear();
    for (int count = in.readInt(); count > 0; count--) {
      Flow flow = new Flow(in.readUTF(), z.length);
      read(in, flow.values());
      flows.add(flow);
    }
    addUpAll();
  }

  /** Both ends of an edge round alike, as every operation here is odd in ẑ_m − ẑ_n. */
  private void pull(Block own, Peer peer, float gamma) {
    float[] flow = flow(peer.id()).values();
    float step = gamma * peer.weight();
    float[] mine = own.values();
    float[] theirs = peer.copy().values();
    for (int row = 0; row < own.rows(); row++) {
      int from = row * classes;
      int to = own.ids()[row] * classes;
      for (int k = 0; k < classes; k++) {
        flow[to + k] = Math.fma(step, theirs[from + k] - mine[from + k], flow[to + k]);
      }
    }
  }

  private Flow flow(String peer) {
    int place = 0;
    while (place < flows.size() && flows.get(place).peer().compareTo(peer) < 0) {
      place++;
    }
    if (place == flows.size() || !flows.get(place).peer().equals(peer)) {
      flows.add(place, new Flow(peer, z.length));
    }
    return flows.get(place);
  }

  private void addUp(int row) {
    int begin = row * classes;
    System.arraycopy(injected, begin, z, begin, classes);
    for (int m = 0; m < flows.size(); m++) {
      float[] flow = flows.get(m).values();
      for (int i = begin; i < begin + classes; i++) {
        z[i] += flow[i];
      }
    }
  }

  private void addUpAll() {
    for (int row = 0; row < exchanged.length; row++) {
      addUp(row);
    }
  }

  private static void write(float[] values, DataOutput out) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static void read(DataInput in, float[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
  }
}
