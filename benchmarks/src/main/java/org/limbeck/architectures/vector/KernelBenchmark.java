package org.limbeck.architectures.vector;

import java.util.Random;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The product kernel at the shapes of models a, b and c, for a batch of 32. */
@State(Scope.Thread)
public class KernelBenchmark {

  /** What is multiplied: so many rows, terms and columns, so many times in a step. */
  public enum Product {
    A_FORWARD(32, 784, 10, 784, 1, 1),
    A_WEIGHT_GRADIENT(784, 32, 10, 1, 784, 1),
    B_FORWARD(32, 784, 128, 784, 1, 1),
    B_WEIGHT_GRADIENT(784, 32, 128, 1, 784, 1),
    B_OUTPUT_LAYER(32, 128, 10, 128, 1, 1),
    B_INPUT_GRADIENT(32, 10, 128, 10, 1, 1),
    C_FIRST_CONVOLUTION(24, new PatchGeometry(5, 5, 28), 8, 1, 32 * 24),
    C_SECOND_CONVOLUTION(8, new PatchGeometry(5, 40, 96), 16, 8, 32 * 8),
    C_DENSE(32, 256, 64, 256, 1, 1),
    C_DENSE_INPUT_GRADIENT(32, 64, 256, 64, 1, 1);

    private final int rows;
    private final int columns;
    private final int stride;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final int[] offsets;

    private final int times;

    Product(int rows, int terms, int columns, int stride, int step, int times) {
      this(rows, columns, stride, IntStream.range(0, terms).map(k -> k * step).toArray(), times);
    }

    Product(int rows, PatchGeometry patch, int columns, int stride, int times) {
      this(rows, columns, stride, patch.offsets(), times);
    }

    Product(int rows, int columns, int stride, int[] offsets, int times) {
      this.rows = rows;
      this.columns = columns;
      this.stride = stride;
      this.offsets = offsets;
      this.times = times;
    }

    /** Returns the floating-point operations of a call of the benchmark. */
    public double flops() {
      return 2.0 * rows * offsets.length * columns * times;
    }
  }

  @Param public Product product;

  @Param({"vector", "scalar"})
  public String kernels;

  private Kernels used;
  private float[] left;
  private float[] right;
  private float[] bias;
  private float[] result;

  @Setup
  public void fill() {
    used = kernels.equals("vector") ? new VectorKernels() : new ScalarKernels();
    int reach = IntStream.of(product.offsets).max().orElse(0) + product.rows * product.stride;
    left = random(reach);
    right = random(product.offsets.length * product.columns);
    bias = random(product.columns);
    result = random(product.rows * product.columns);
  }

  private static float[] random(int count) {
    float[] values = new float[count + Kernels.SPARE];
    Random random = new Random(count);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  @Benchmark
  public void multiply() {
    for (int i = 0; i < product.times; i++) {
      used.multiply(
          left,
          0,
          product.stride,
          product.offsets,
          product.offsets.length,
          right,
          0,
          bias,
          0,
          result,
          0,
          product.rows,
          product.columns);
    }
  }
}
