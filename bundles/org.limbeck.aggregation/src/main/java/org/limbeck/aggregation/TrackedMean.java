package org.limbeck.aggregation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

/**
 * The estimate z of one device, with the soft decisions ŝ that it injected last. Over all devices Σ
 * z = Σ ŝ, since injecting adds the same to both and mixing with symmetric weights moves from one z
 * to another.
 */
final class TrackedMean implements Estimate {
  private final int classes;
  private final float[] z;
  private final float[] injected;
  private final boolean[] exchanged;

  TrackedMean(int rows, int classes) {
    this.classes = classes;
    this.z = new float[Math.multiplyExact(rows, classes)];
    this.injected = new float[z.length];
    this.exchanged = new boolean[rows];
  }

  /** z ← z + s − ŝ; ŝ ← s. */
  @Override
  public void inject(Block decisions) {
    float[] s = decisions.values();
    for (int row = 0; row < decisions.rows(); row++) {
      int from = row * classes;
      int to = decisions.ids()[row] * classes;
      for (int k = 0; k < classes; k++) {
        z[to + k] += s[from + k] - injected[to + k];
        injected[to + k] = s[from + k];
      }
    }
  }

  @Override
  public void publish(Block out) {
    for (int row = 0; row < out.rows(); row++) {
      System.arraycopy(z, out.ids()[row] * classes, out.values(), row * classes, classes);
    }
  }

  /** z_n ← z_n + γ Σ_m w_nm (ẑ_m − ẑ_n). */
  @Override
  public void mix(Block own, List<Peer> peers, float gamma) {
    for (int row = 0; row < own.rows(); row++) {
      int from = row * classes;
      int to = own.ids()[row] * classes;
      for (int k = 0; k < classes; k++) {
        z[to + k] = Math.fma(gamma, pull(own, peers, from + k), z[to + k]);
      }
      exchanged[own.ids()[row]] = true;
    }
  }

  private static float pull(Block own, List<Peer> peers, int at) {
    float sum = 0;
    for (int m = 0; m < peers.size(); m++) {
      Peer peer = peers.get(m);
      sum = Math.fma(peer.weight(), peer.copy().values()[at] - own.values()[at], sum);
    }
    return sum;
  }

  @Override
  public boolean read(int row, float[] into, int offset) {
    if (exchanged[row]) {
      System.arraycopy(z, row * classes, into, offset, classes);
    }
    return exchanged[row];
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(exchanged.length);
    out.writeInt(classes);
    for (int i = 0; i < z.length; i++) {
      out.writeFloat(z[i]);
      out.writeFloat(injected[i]);
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
      throw new IOException(
          String.format(
              "the saved estimate has %d rows of %d classes, not %d of %d",
              rows, width, exchanged.length, classes));
    }
    for (int i = 0; i < z.length; i++) {
      z[i] = in.readFloat();
      injected[i] = in.readFloat();
    }
    for (int row = 0; row < rows; row++) {
      exchanged[row] = in.readBoolean();
    }
  }
}
