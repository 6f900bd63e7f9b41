package org.limbeck.aggregation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.api.RowIndex;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

/**
 * The estimate z of one device in the flow form: z = ŝ + Σ_m f_m, the soft decisions that it
 * injected last and one flow per edge that it ever had. As the two ends of an edge hold opposite
 * flows, Σ z = Σ ŝ over all devices; and as a flow can be taken back, the same holds for those who
 * stay when a device goes. Values are kept for rows that have appeared only.
 */
final class TrackedMean implements Estimate {
  private final int classes;
  private final RowIndex index;
  private final boolean[] exchanged;
  private float[] injected = {};
  private float[] z = {};

  /** In ascending order of the peers, as sums of floats depend on the order. */
  private final List<EdgeFlow> flows = new ArrayList<>();

  TrackedMean(int rows, int classes) {
    this.classes = classes;
    this.index = new RowIndex(rows);
    this.exchanged = new boolean[rows];
  }

  /** ŝ ← s, and so z ← z + s − ŝ. */
  @Override
  public void inject(Block decisions) {
    add(decisions);
    for (int row = 0; row < decisions.rows(); row++) {
      int place = index.place(decisions.ids()[row]);
      System.arraycopy(decisions.values(), row * classes, injected, place * classes, classes);
      addUp(place);
    }
  }

  @Override
  public void publish(Block out) {
    for (int row = 0; row < out.rows(); row++) {
      int place = index.place(out.ids()[row]);
      int to = row * classes;
      if (place < 0) {
        Arrays.fill(out.values(), to, to + classes, 0);
      } else {
        System.arraycopy(z, place * classes, out.values(), to, classes);
      }
    }
  }

  /** f_nm ← f_nm + γ w_nm (ẑ_m − ẑ_n), and so z_n ← z_n + γ Σ_m w_nm (ẑ_m − ẑ_n). */
  @Override
  public void mix(Block own, List<Peer> peers, float gamma) {
    add(own);
    for (int m = 0; m < peers.size(); m++) {
      pull(own, peers.get(m), gamma);
    }
    for (int row = 0; row < own.rows(); row++) {
      int id = own.ids()[row];
      addUp(index.place(id));
      exchanged[id] = true;
    }
  }

  @Override
  public boolean read(int row, float[] into, int offset) {
    if (exchanged[row]) {
      System.arraycopy(z, index.place(row) * classes, into, offset, classes);
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
  public void readFlow(String peer, Block out) {
    Optional<EdgeFlow> flow = flows.stream().filter(f -> f.peer().equals(peer)).findFirst();
    for (int row = 0; row < out.rows(); row++) {
      int place = index.place(out.ids()[row]);
      int to = row * classes;
      if (flow.isEmpty() || place < 0) {
        Arrays.fill(out.values(), to, to + classes, 0);
      } else {
        System.arraycopy(flow.get().values(), place * classes, out.values(), to, classes);
      }
    }
  }

  @Override
  public void replaceFlow(String peer, Block flow) {
    add(flow);
    float[] values = flow(peer).values();
    Arrays.fill(values, 0);
    for (int row = 0; row < flow.rows(); row++) {
      int id = flow.ids()[row];
      System.arraycopy(flow.values(), row * classes, values, index.place(id) * classes, classes);
      exchanged[id] = true;
    }
    addUpAll();
  }

  /** Writes the rows that have appeared, in ascending order. */
  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(index.rows());
    out.writeInt(classes);
    out.writeInt(index.size());
    for (int row = 0; row < index.rows(); row++) {
      if (index.place(row) >= 0) {
        out.writeInt(row);
        out.writeBoolean(exchanged[row]);
      }
    }
    write(injected, out);
    out.writeInt(flows.size());
    for (EdgeFlow flow : flows) {
      out.writeUTF(flow.peer());
      write(flow.values(), out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int rows = in.readInt();
    int width = in.readInt();
    if (rows != index.rows() || width != classes) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "the saved estimate has %d rows of %d classes, not %d of %d",
              rows,
              width,
              index.rows(),
              classes));
    }
    index.clear();
    injected = new float[0];
    z = new float[0];
    flows.clear();
    Arrays.fill(exchanged, false);
    for (int count = in.readInt(); count > 0; count--) {
      int row = in.readInt();
      if (row < 0 || row >= rows) {
        throw new IOException("the saved estimate has no row " + row);
      }
      index.add(row);
      exchanged[row] = in.readBoolean();
    }
    fit();
    read(in, injected);
    for (int count = in.readInt(); count > 0; count--) {
      EdgeFlow flow = new EdgeFlow(in.readUTF());
      flow.fit(index, classes);
      read(in, flow.values());
      flows.add(flow);
    }
    addUpAll();
  }

  private void add(Block rows) {
    for (int row = 0; row < rows.rows(); row++) {
      index.add(rows.ids()[row]);
    }
    fit();
  }

  private void fit() {
    injected = index.fit(injected, classes);
    z = index.fit(z, classes);
    for (int m = 0; m < flows.size(); m++) {
      flows.get(m).fit(index, classes);
    }
  }

  /** Both ends of an edge round alike, as every operation here is odd in ẑ_m − ẑ_n. */
  private void pull(Block own, Peer peer, float gamma) {
    float[] flow = flow(peer.id()).values();
    float step = gamma * peer.weight();
    float[] mine = own.values();
    float[] theirs = peer.copy().values();
    for (int row = 0; row < own.rows(); row++) {
      int from = row * classes;
      int to = index.place(own.ids()[row]) * classes;
      for (int k = 0; k < classes; k++) {
        flow[to + k] = Math.fma(step, theirs[from + k] - mine[from + k], flow[to + k]);
      }
    }
  }

  private EdgeFlow flow(String peer) {
    int place = 0;
    while (place < flows.size() && flows.get(place).peer().compareTo(peer) < 0) {
      place++;
    }
    if (place == flows.size() || !flows.get(place).peer().equals(peer)) {
      EdgeFlow flow = new EdgeFlow(peer);
      flow.fit(index, classes);
      flows.add(place, flow);
    }
    return flows.get(place);
  }

  private void addUp(int place) {
    int begin = place * classes;
    System.arraycopy(injected, begin, z, begin, classes);
    for (int m = 0; m < flows.size(); m++) {
      float[] flow = flows.get(m).values();
      for (int i = begin; i < begin + classes; i++) {
        z[i] += flow[i];
      }
    }
  }

  private void addUpAll() {
    for (int place = 0; place < index.size(); place++) {
      addUp(place);
    }
  }

  private void write(float[] values, DataOutput out) throws IOException {
    for (int row = 0; row < index.rows(); row++) {
      int place = index.place(row);
      for (int i = place * classes; place >= 0 && i < (place + 1) * classes; i++) {
        out.writeFloat(values[i]);
      }
    }
  }

  private void read(DataInput in, float[] values) throws IOException {
    for (int i = 0; i < index.size() * classes; i++) {
      values[i] = in.readFloat();
    }
  }
}
