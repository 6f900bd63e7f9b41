package org.limbeck.architectures.vector;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.NetworkLayer;
import org.limbeck.architectures.vector.ScratchBuffers.Use;

/**
 * A convolution on channel-last images and 2 × 2 max-pooling. Its parameters are the filters,
 * height × width × channels × filters, and then the biases. A last row or column that makes no
 * whole 2 × 2 is left out.
 *
 * <p>Pooling passes one derivative in four on, so the gradients are sums over patches and not over
 * all pixels.
 */
final class ConvolutionLayer implements Layer {
  private static final float[] ONE = {1};

  private final Kernels kernels;
  private final int index;
  private final Shape input;
  private final Padding padding;
  private final int kernel;
  private final int filters;

  private final ImagePadding around;

  /** The values of an image with its padding. */
  private final int size;

  /** The pooled output in pixels. */
  private final int outHeight;

  private final int outWidth;
  private final PatchGeometry patch;
  private final int[] offsets;
  private final MultiplesTable sameValue = new MultiplesTable(0);

  /**
   * Makes a layer.
   *
   * @param index the place of the layer in its network, from 0
   * @param kernel the height and width of the filters in pixels
   */
  ConvolutionLayer(
      Kernels kernels, int index, Shape input, Padding padding, int kernel, int filters) {
    this.kernels = kernels;
    this.index = index;
    this.input = input;
    this.padding = padding;
    this.kernel = kernel;
    this.filters = filters;
    this.around = new ImagePadding(input, padding, kernel);
    this.size = around.size();
    this.outHeight = (around.height() - kernel + 1) / 2;
    this.outWidth = (around.width() - kernel + 1) / 2;
    this.patch =
        new PatchGeometry(kernel, kernel * input.channels(), around.width() * input.channels());
    this.offsets = patch.offsets();
  }

  /** Returns the shape of the output. */
  Shape output() {
    return new Shape(outHeight, outWidth, filters);
  }

  @Override
  public int inputs() {
    return input.features();
  }

  @Override
  public int outputs() {
    return outHeight * outWidth * filters;
  }

  @Override
  public int parameters() {
    return (patch.size() + 1) * filters;
  }

  @Override
  public boolean dropsOut() {
    return false;
  }

  @Override
  public void initialize(float[] weights, int at, RandomGenerator random) {
    GlorotInitializer.fill(
        weights, at, patch.size() * filters, patch.size(), kernel * kernel * filters, random);
  }

  @Override
  public List<NetworkLayer> described(float[] weights, int at) {
    int bias = at + patch.size() * filters;
    int zeros = padding.pixels(kernel);
    Shape unpooled = new Shape(around.height() - kernel + 1, around.width() - kernel + 1, filters);
    return List.of(
        new NetworkLayer.Convolution(
            input,
            kernel,
            zeros / 2,
            zeros - zeros / 2,
            filters,
            Arrays.copyOfRange(weights, at, bias),
            Arrays.copyOfRange(weights, bias, bias + filters)),
        new NetworkLayer.MaxPooling(unpooled));
  }

  @Override
  public void forward(
      float[] weights, int at, float[] x, int xAt, int rows, float[] out, ScratchBuffers scratch) {
    float[] images = x;
    int imagesAt = xAt;
    if (padding == Padding.SAME) {
      images = scratch.floats(Use.PADDED, index, rows * size);
      around.pad(x, xAt, rows, images);
      imagesAt = 0;
    }
    float[] unpooled = scratch.floats(Use.UNPOOLED, 4 * outputs());
    float[] peaks = scratch.floats(Use.PEAKS, index, rows * outputs());
    for (int row = 0; row < rows; row++) {
      convolve(weights, at, images, imagesAt + row * size, unpooled);
      kernels.maxPool(unpooled, outHeight, outWidth, filters, out, peaks, row * outputs());
    }
  }

  private void convolve(float[] weights, int at, float[] images, int image, float[] unpooled) {
    int bias = at + patch.size() * filters;
    for (int y = 0; y < 2 * outHeight; y++) {
      kernels.multiply(
          images,
          image + y * patch.stride(),
          input.channels(),
          offsets,
          offsets.length,
          weights,
          at,
          weights,
          bias,
          unpooled,
          y * 2 * outWidth * filters,
          2 * outWidth,
          filters);
    }
  }

  @Override
  public void backward(
      float[] weights,
      int at,
      float[] x,
      int rows,
      float[] delta,
      float[] below,
      ScratchBuffers scratch,
      GradientConsumer descent) {
    float[] images = imagesWithRoom(x, rows, below == null, scratch);
    MaxPoolingGradient peaks = peaks(delta, rows, scratch);
    if (below != null) {
      inputGradient(weights, at, peaks, rows, below, scratch);
    }
    weightGradient(images, at, peaks, scratch, descent);
    biasGradient(delta, rows, at + patch.size() * filters, scratch, descent);
  }

  @Override
  public void addSquaredNorms(
      float[] weights,
      int at,
      float[] x,
      int rows,
      float[] delta,
      float[] below,
      ScratchBuffers scratch,
      float[] norms) {
    float[] images = imagesWithRoom(x, rows, below == null, scratch);
    MaxPoolingGradient peaks = peaks(delta, rows, scratch);
    if (below != null) {
      inputGradient(weights, at, peaks, rows, below, scratch);
    }
    float[] gradient = scratch.floats(Use.WEIGHT_GRADIENT, patch.size());
    for (int f = 0; f < filters; f++) {
      addSquaredNorms(images, peaks, peaks.from(f), peaks.count(f), gradient, norms);
    }
  }

  /** Adds those of one filter, whose peaks stand in the order of the rows. */
  private void addSquaredNorms(
      float[] images,
      MaxPoolingGradient peaks,
      int from,
      int count,
      float[] gradient,
      float[] norms) {
    for (int e = from; e < from + count; ) {
      int row = peaks.positions()[e] / size;
      int next = e;
      double bias = 0;
      while (next < from + count && peaks.positions()[next] / size == row) {
        bias += peaks.derivatives()[next++];
      }
      kernels.sumPatches(
          images, patch, peaks.positions(), peaks.derivatives(), e, next - e, gradient, 0);
      norms[row] += (float) (GradientClipping.squaredNorm(gradient, 0, patch.size()) + bias * bias);
      e = next;
    }
  }

  private MaxPoolingGradient peaks(float[] delta, int rows, ScratchBuffers scratch) {
    float[] pixels = scratch.floats(Use.PEAKS, index, rows * outputs());
    MaxPoolingGradient peaks = scratch.peaks();
    peaks.collect(
        delta, pixels, rows, outHeight, outWidth, filters, size, patch.stride(), input.channels());
    return peaks;
  }

  private void weightGradient(
      float[] images,
      int at,
      MaxPoolingGradient peaks,
      ScratchBuffers scratch,
      GradientConsumer descent) {
    float[] byFilter = scratch.floats(Use.TRANSPOSED_WEIGHTS, patch.size() * filters);
    float[] gradient = scratch.floats(Use.WEIGHT_GRADIENT, patch.size() * filters);
    for (int f = 0; f < filters; f++) {
      kernels.sumPatches(
          images,
          patch,
          peaks.positions(),
          peaks.derivatives(),
          peaks.from(f),
          peaks.count(f),
          byFilter,
          f * patch.size());
    }
    Transpose.into(byFilter, 0, filters, patch.size(), gradient);
    descent.take(gradient, at, patch.size() * filters, true);
  }

  private void biasGradient(
      float[] delta, int rows, int at, ScratchBuffers scratch, GradientConsumer descent) {
    float[] gradient = scratch.floats(Use.WEIGHT_GRADIENT, filters);
    float[] zeros = scratch.zeros(filters);
    int terms = rows * outHeight * outWidth;
    kernels.multiply(
        ONE, 0, 0, sameValue.first(terms), terms, delta, 0, zeros, 0, gradient, 0, 1, filters);
    descent.take(gradient, at, filters, false);
  }

  private void inputGradient(
      float[] weights,
      int at,
      MaxPoolingGradient peaks,
      int rows,
      float[] below,
      ScratchBuffers scratch) {
    float[] byFilter = scratch.floats(Use.TRANSPOSED_WEIGHTS, patch.size() * filters);
    Transpose.into(weights, at, patch.size(), filters, byFilter);
    boolean same = padding == Padding.SAME;
    float[] sums = same ? scratch.floats(Use.PADDED_GRADIENT, rows * size) : below;
    Arrays.fill(sums, 0, rows * size, 0);
    for (int f = 0; f < filters; f++) {
      kernels.addPatches(
          byFilter,
          f * patch.size(),
          patch,
          peaks.positions(),
          peaks.derivatives(),
          peaks.from(f),
          peaks.count(f),
          sums);
    }
    if (same) {
      around.crop(sums, rows, below);
    }
  }

  /** Returns the images that the filters saw, in an array with {@link Kernels#SPARE} behind. */
  private float[] imagesWithRoom(float[] x, int rows, boolean foreign, ScratchBuffers scratch) {
    if (padding == Padding.SAME) {
      return scratch.floats(Use.PADDED, index, rows * size);
    }
    if (!foreign) {
      return x;
    }
    float[] copy = scratch.floats(Use.PADDED, index, rows * size);
    System.arraycopy(x, 0, copy, 0, rows * size);
    return copy;
  }
}
