package org.limbeck.architectures.vector;

import java.util.Arrays;

/**
 * Where the gradient of a convolutional layer comes from: for each filter the patches that had the
 * greatest output of their 2 × 2, with the derivative by that output. Patches whose derivative is 0
 * are left out. Buffers grow when they must and then stay.
 */
final class MaxPoolingGradient {
  private int[] positions = {};
  private float[] derivatives = {};
  private int[] counts = {};
  private int most;

  /**
   * Collects patches in ascending order of images, rows and columns.
   *
   * @param delta images × height × width × filters derivatives
   * @param peaks which pixel of each 2 × 2 it was, as {@link Kernels#maxPool} says
   * @param imageSize the values of an image
   * @param stride the values of a row of an image
   * @param channels the values of a pixel of an image
   */
  void collect(
      float[] delta,
      float[] peaks,
      int images,
      int height,
      int width,
      int filters,
      int imageSize,
      int stride,
      int channels) {
    most = images * height * width;
    reserve(filters);
    int at = 0;
    for (int image = 0; image < images; image++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int position = image * imageSize + 2 * y * stride + 2 * x * channels;
          for (int f = 0; f < filters; f++, at++) {
            int peak = (int) peaks[at];
            int next = f * most + counts[f];
            derivatives[next] = delta[at];
            positions[next] = position + (peak >> 1) * stride + (peak & 1) * channels;
            counts[f] += delta[at] == 0 ? 0 : 1;
          }
        }
      }
    }
  }

  private void reserve(int filters) {
    int size = filters * most + 1;
    if (positions.length < size) {
      positions = new int[size];
      derivatives = new float[size];
    }
    if (counts.length < filters) {
      counts = new int[filters];
    }
    Arrays.fill(counts, 0);
  }

  int[] positions() {
    return positions;
  }

  float[] derivatives() {
    return derivatives;
  }

  /** Returns where the patches of a filter begin. */
  int from(int filter) {
    return filter * most;
  }

  int count(int filter) {
    return counts[filter];
  }
}
