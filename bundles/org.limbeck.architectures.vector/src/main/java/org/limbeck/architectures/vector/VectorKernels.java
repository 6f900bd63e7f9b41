package org.limbeck.architectures.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on the vectors of {@code jdk.incubator.vector}. To load this class is a {@link
 * NoClassDefFoundError} where that module is absent.
 */
final class VectorKernels extends VectorPatches {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public String description() {
    return "vector, " + LANES + " lanes";
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
    int j = 0;
    for (; j + 2 * LANES <= columns; j += 2 * LANES) {
      for (int m = 0; m < rows; m += WideTile.ROWS) {
        int from = aAt + m * stride;
        int to = cAt + m * columns + j;
        int last = rows - 1 - m;
        WideTile.multiply(
            a, from, stride, offsets, terms, b, bAt + j, bias, biasAt + j, c, to, last, columns);
      }
    }
    for (; j < columns; j += LANES) {
      int width = columns - j;
      for (int m = 0; m < rows; m += TallTile.ROWS) {
        int from = aAt + m * stride;
        int to = cAt + m * columns + j;
        int last = rows - 1 - m;
        TallTile.multiply(
            a,
            from,
            stride,
            offsets,
            terms,
            b,
            bAt + j,
            bias,
            biasAt + j,
            c,
            to,
            last,
            columns,
            width);
      }
    }
  }

  @Override
  public void add(float f, float[] x, int xAt, float[] y, int yAt, int count) {
    FloatVector factor = FloatVector.broadcast(SPECIES, f);
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatVector sum = FloatVector.fromArray(SPECIES, y, yAt + i);
      FloatVector.fromArray(SPECIES, x, xAt + i).fma(factor, sum).intoArray(y, yAt + i);
    }
    for (; i < count; i++) {
      y[yAt + i] = Math.fma(f, x[xAt + i], y[yAt + i]);
    }
  }

  @Override
  public void decayAndAdd(float f, float[] x, int xAt, float[] y, int yAt, int count) {
    FloatVector factor = FloatVector.broadcast(SPECIES, f);
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatVector summand = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector.fromArray(SPECIES, y, yAt + i).fma(factor, summand).intoArray(y, yAt + i);
    }
    for (; i < count; i++) {
      y[yAt + i] = Math.fma(f, y[yAt + i], x[xAt + i]);
    }
  }

  @Override
  public void activate(Activation activation, float[] values, int count) {
    int done =
        activation == Activation.TANH
            ? VectorActivation.tanh(values, count)
            : VectorActivation.relu(values, count);
    for (int i = done; i < count; i++) {
      values[i] = activation.of(values[i]);
    }
  }

  @Override
  public void scaleByDerivative(
      Activation activation, float[] gradient, float[] outputs, int count) {
    int done =
        activation == Activation.TANH
            ? VectorActivation.scaleByTanhDerivative(gradient, outputs, count)
            : VectorActivation.scaleByReluDerivative(gradient, outputs, count);
    for (int i = done; i < count; i++) {
      gradient[i] *= activation.derivative(outputs[i]);
    }
  }

  @Override
  public void exp(float[] values, int count) {
    for (int i = VectorActivation.exp(values, count); i < count; i++) {
      values[i] = Exp.exp(values[i]);
    }
  }
}
