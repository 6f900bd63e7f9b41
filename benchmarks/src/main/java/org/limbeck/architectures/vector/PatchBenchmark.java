package org.limbeck.architectures.vector;

import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The other kernels of convolutional layers, at the shapes of model c, for a batch of 32. */
@State(Scope.Thread)
public class PatchBenchmark {
  private static final int IMAGES = 32;

  /** A convolutional layer of model c. */
  public enum Layer {
    FIRST(28, 1, 8),
    SECOND(12, 8, 16);

    private final int side;
    private final int channels;
    private final int filters;

    Layer(int side, int channels, int filters) {
      this.side = side;
      this.channels = channels;
      this.filters = filters;
    }

    private PatchGeometry patch() {
      return new PatchGeometry(5, 5 * channels, side * channels);
    }

    private int pooled() {
      return (side - 4) / 2;
    }

    /** Returns the floating-point operations of a sum of patches for each pooled pixel. */
    public double flops() {
      return 2.0 * IMAGES * pooled() * pooled() * patch().size() * filters;
    }
  }

  @Param public Layer layer;

  @Param({"vector", "scalar"})
  public String kernels;

  private Kernels used;
  private PatchGeometry patch;
  private int patches;
  private int[] positions;
  private float[] values;
  private float[] images;
  private float[] gradient;
  private float[] weights;
  private float[] sums;
  private float[] unpooled;
  private float[] pooled;
  private float[] peaks;

  @Setup
  public void fill() {
    used = kernels.equals("vector") ? new VectorKernels() : new ScalarKernels();
    patch = layer.patch();
    int size = layer.side * patch.stride();
    int side = layer.pooled();
    patches = IMAGES * side * side;
    Random random = new Random(1);
    positions = new int[patches];
    for (int i = 0; i < patches; i++) {
      int y = i / side % side * 2 + random.nextInt(2);
      int x = i % side * 2 + random.nextInt(2);
      positions[i] = i / (side * side) * size + y * patch.stride() + x * layer.channels;
    }
    values = random(patches, random);
    images = random(IMAGES * size, random);
    gradient = random(IMAGES * size, random);
    weights = random(patch.size(), random);
    sums = random(patch.size(), random);
    unpooled = random(4 * side * side * layer.filters, random);
    pooled = random(side * side * layer.filters, random);
    peaks = pooled.clone();
  }

  private static float[] random(int count, Random random) {
    float[] values = new float[count + Kernels.SPARE];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2e-3f * random.nextFloat() - 1e-3f;
    }
    return values;
  }

  @Benchmark
  public void sumPatches() {
    for (int f = 0; f < layer.filters; f++) {
      used.sumPatches(images, patch, positions, values, 0, patches, sums, 0);
    }
  }

  @Benchmark
  public void addPatches() {
    for (int f = 0; f < layer.filters; f++) {
      used.addPatches(weights, 0, patch, positions, values, 0, patches, gradient);
    }
  }

  @Benchmark
  public void maxPool() {
    for (int image = 0; image < IMAGES; image++) {
      used.maxPool(unpooled, layer.pooled(), layer.pooled(), layer.filters, pooled, peaks, 0);
    }
  }
}
