package org.limbeck.architectures.vector;

import java.util.Arrays;

/**
 * Kernels as plain loops, which the JIT compiler may vectorise: what other implementations are
 * tested against, and what computes where there is no {@code jdk.incubator.vector}.
 */
final class ScalarKernels implements Kernels {

  @Override
  public String description() {
    return "scalar";
  }

  @Override
  public void multiply(
      float[] a,
      int aAt,
      int stride,
      int[] offsets,
      int terms,
      float[] b,
      int bAt,
      float[] bias,
      int biasAt,
      float[] c,
      int cAt,
      int rows,
      int columns) {
    for (int m = 0; m < rows; m++) {
      int from = aAt + m * stride;
      int to = cAt + m * columns;
      System.arraycopy(bias, biasAt, c, to, columns);
      int k = 0;
      for (; k + 4 <= terms; k += 4) {
        addFour(a, from, offsets, k, b, bAt + k * columns, c, to, columns);
      }
      for (; k < terms; k++) {
        add(a[from + offsets[k]], b, bAt + k * columns, c, to, columns);
      }
    }
  }

  /** Adds four terms at once, so that a sum is loaded and stored once for four. */
  private static void addFour(
      float[] a,
      int from,
      int[] offsets,
      int k,
      float[] b,
      int at,
      float[] c,
      int to,
      int columns) {
    float a0 = a[from + offsets[k]];
    float a1 = a[from + offsets[k + 1]];
    float a2 = a[from + offsets[k + 2]];
    float a3 = a[from + offsets[k + 3]];
    int at1 = at + columns;
    int at2 = at1 + columns;
    int at3 = at2 + columns;
    for (int j = 0; j < columns; j++) {
      float sum = Math.fma(a0, b[at + j], c[to + j]);
      sum = Math.fma(a1, b[at1 + j], sum);
      sum = Math.fma(a2, b[at2 + j], sum);
      c[to + j] = Math.fma(a3, b[at3 + j], sum);
    }
  }

  @Override
  public void add(float f, float[] x, int xAt, float[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = Math.fma(f, x[xAt + i], y[yAt + i]);
    }
  }

  @Override
  public void decayAndAdd(float f, float[] x, int xAt, float[] y, int yAt, int count) {
    for (int i = 0; i < count; i++) {
      y[yAt + i] = Math.fma(f, y[yAt + i], x[xAt + i]);
    }
  }

  @Override
  public void activate(Activation activation, float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = activation.of(values[i]);
    }
  }

  @Override
  public void scaleByDerivative(
      Activation activation, float[] gradient, float[] outputs, int count) {
    for (int i = 0; i < count; i++) {
      gradient[i] *= activation.derivative(outputs[i]);
    }
  }

  @Override
  public void exp(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = Exp.exp(values[i]);
    }
  }

  @Override
  public void maxPool(
      float[] x, int height, int width, int channels, float[] out, float[] peaks, int at) {
    int row = 2 * width * channels;
    int to = at;
    for (int y = 0; y < height; y++) {
      for (int pixel = 0; pixel < width; pixel++) {
        int from = 2 * y * row + 2 * pixel * channels;
        for (int i = from; i < from + channels; i++, to++) {
          float max = x[i];
          float peak = 0;
          if (x[i + channels] > max) {
            max = x[i + channels];
            peak = 1;
          }
          if (x[i + row] > max) {
            max = x[i + row];
            peak = 2;
          }
          if (x[i + row + channels] > max) {
            max = x[i + row + channels];
            peak = 3;
          }
          out[to] = max;
          peaks[to] = peak;
        }
      }
    }
  }

  @Override
  public void sumPatches(
      float[] x,
      PatchGeometry patch,
      int[] positions,
      float[] values,
      int from,
      int count,
      float[] into,
      int at) {
    Arrays.fill(into, at, at + patch.size(), 0);
    for (int e = from; e < from + count; e++) {
      for (int row = 0; row < patch.rows(); row++) {
        int place = positions[e] + row * patch.stride();
        add(values[e], x, place, into, at + row * patch.run(), patch.run());
      }
    }
  }

  @Override
  public void addPatches(
      float[] w,
      int wAt,
      PatchGeometry patch,
      int[] positions,
      float[] values,
      int from,
      int count,
      float[] into) {
    for (int e = from; e < from + count; e++) {
      for (int row = 0; row < patch.rows(); row++) {
        int place = positions[e] + row * patch.stride();
        add(values[e], w, wAt + row * patch.run(), into, place, patch.run());
      }
    }
  }
}
