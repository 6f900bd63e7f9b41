package org.example.median;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

/** One device's geometric medians, and the soft decisions that it injected last. */
final class MedianEstimate implements Estimate {
  /** ν in the paper: keeps the iteration going where it meets one of the points. */
  private static final double SMOOTHING = 1e-6;

  private final int iterations;
  private final float[][] injected;
  private final float[][] medians; // null: never exchanged

  MedianEstimate(int rows, int classes, int iterations) {
    this.iterations = iterations;
    this.injected = new float[rows][classes];
    this.medians = new float[rows][];
  }

  @Override
  public void inject(Block s) {
    for (int i = 0; i < s.rows(); i++) {
      System.arraycopy(s.values(), i * s.width(), injected[s.ids()[i]], 0, s.width());
    }
  }

  @Override
  public void publish(Block out) {
    for (int i = 0; i < out.rows(); i++) {
      System.arraycopy(injected[out.ids()[i]], 0, out.values(), i * out.width(), out.width());
    }
  }

  @Override
  public void mix(Block own, List<Peer> peers, float gamma) {
    float[][] points = new float[peers.size() + 1][own.width()];
    for (int i = 0; i < own.rows(); i++) {
      points[0] = injected[own.ids()[i]];
      for (int m = 0; m < peers.size(); m++) {
        float[] copy = peers.get(m).copy().values();
        System.arraycopy(copy, i * own.width(), points[m + 1], 0, own.width());
      }
      medians[own.ids()[i]] = median(points);
    }
  }

  /**
   * Iterates y ← Σ x_i / max(ν, ‖y − x_i‖) / Σ 1 / max(ν, ‖y − x_i‖) from the mean of the points
   * (E. Weiszfeld, 1937; smoothed as in Pillutla et al., algorithm 2).
   */
  float[] median(float[]... points) {
    float[] median = points[0].clone();
    for (int step = 0; step <= iterations; step++) {
      double[] sum = new double[median.length];
      double weights = 0;
      for (float[] point : points) {
        double weight = step == 0 ? 1 : 1 / Math.max(SMOOTHING, distance(median, point));
        weights += weight;
        for (int k = 0; k < sum.length; k++) {
          sum[k] += weight * point[k];
        }
      }
      for (int k = 0; k < sum.length; k++) {
        median[k] = (float) (sum[k] / weights);
      }
    }
    return median;
  }

  private static double distance(float[] a, float[] b) {
    double squared = 0;
    for (int k = 0; k < a.length; k++) {
      squared += (double) (a[k] - b[k]) * (a[k] - b[k]);
    }
    return Math.sqrt(squared);
  }

  @Override
  public boolean read(int row, float[] into, int offset) {
    if (medians[row] == null) {
      return false;
    }
    System.arraycopy(medians[row], 0, into, offset, medians[row].length);
    return true;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeUTF(size());
    for (int row = 0; row < medians.length; row++) {
      out.writeBoolean(medians[row] != null);
      for (int k = 0; k < injected[row].length; k++) {
        out.writeFloat(injected[row][k]);
        out.writeFloat(medians[row] == null ? 0 : medians[row][k]);
      }
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    String saved = in.readUTF();
    if (!saved.equals(size())) {
      throw new IOException("expected medians of " + size() + ", not of " + saved);
    }
    for (int row = 0; row < medians.length; row++) {
      boolean exchanged = in.readBoolean();
      float[] median = new float[injected[row].length];
      for (int k = 0; k < median.length; k++) {
        injected[row][k] = in.readFloat();
        median[k] = in.readFloat();
      }
      medians[row] = exchanged ? median : null;
    }
  }

  private String size() {
    return medians.length + " rows of " + injected[0].length;
  }
}
