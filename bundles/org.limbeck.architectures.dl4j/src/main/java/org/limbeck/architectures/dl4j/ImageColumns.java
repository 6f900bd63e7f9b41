package org.limbeck.architectures.dl4j;

import java.util.Arrays;

/**
 * What the weights of a filter meet in a channel-last image, as the rows of a matrix: a row for
 * each channel and place of the filter, with a value for each pixel of the output. The last row is
 * 1, so that a bias is one more weight.
 */
final class ImageColumns {
  private final int height;
  private final int width;
  private final int channels;
  private final int kernelHeight;
  private final int kernelWidth;
  private final int top;
  private final int left;
  private final int outputHeight;
  private final int outputWidth;
  private final int planeWidth;
  private final int plane;
  private final float[] planes;

  /**
   * Makes the geometry.
   *
   * @param padded whether zeros around the image keep the output as large
   */
  ImageColumns(
      int height, int width, int channels, int kernelHeight, int kernelWidth, boolean padded) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.kernelHeight = kernelHeight;
    this.kernelWidth = kernelWidth;
    this.top = padded ? (kernelHeight - 1) / 2 : 0;
    this.left = padded ? (kernelWidth - 1) / 2 : 0;
    this.outputHeight = padded ? height : height - kernelHeight + 1;
    this.outputWidth = padded ? width : width - kernelWidth + 1;
    this.planeWidth = outputWidth + kernelWidth - 1;
    this.plane = (outputHeight + kernelHeight - 1) * planeWidth;
    this.planes = new float[channels * plane];
  }

  /** Returns the number of values of an image. */
  int image() {
    return height * width * channels;
  }

  int outputHeight() {
    return outputHeight;
  }

  int outputWidth() {
    return outputWidth;
  }

  /** Returns the number of pixels of the output: the columns of the matrix. */
  int pixels() {
    return outputHeight * outputWidth;
  }

  /** Returns the number of weights of a filter with its bias: the rows of the matrix. */
  int weights() {
    return channels * kernelHeight * kernelWidth + 1;
  }

  /** Writes the matrix of {@code image} into {@code matrix}. */
  void gather(float[] image, float[] matrix) {
    for (int y = 0, from = 0; y < height; y++) {
      int row = (top + y) * planeWidth + left;
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < channels; channel++) {
          planes[channel * plane + row + x] = image[from++];
        }
      }
    }
    int to = 0;
    for (int channel = 0; channel < channels; channel++) {
      for (int place = 0; place < kernelHeight * kernelWidth; place++) {
        int from = channel * plane + place / kernelWidth * planeWidth + place % kernelWidth;
        for (int y = 0; y < outputHeight; y++) {
          System.arraycopy(planes, from + y * planeWidth, matrix, to, outputWidth);
          to += outputWidth;
        }
      }
    }
    Arrays.fill(matrix, to, to + pixels(), 1);
  }

  /** Writes the sums of the values of {@code matrix} for each value of the image. */
  void scatter(float[] matrix, float[] image) {
    Arrays.fill(planes, 0);
    int from = 0;
    for (int channel = 0; channel < channels; channel++) {
      for (int place = 0; place < kernelHeight * kernelWidth; place++) {
        int to = channel * plane + place / kernelWidth * planeWidth + place % kernelWidth;
        for (int y = 0; y < outputHeight; y++) {
          add(matrix, from, to + y * planeWidth);
          from += outputWidth;
        }
      }
    }
    for (int y = 0, to = 0; y < height; y++) {
      int row = (top + y) * planeWidth + left;
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < channels; channel++) {
          image[to++] = planes[channel * plane + row + x];
        }
      }
    }
    // What belongs to the padding must be 0 again before the next image.
    Arrays.fill(planes, 0);
  }

  private void add(float[] matrix, int from, int to) {
    for (int x = 0; x < outputWidth; x++) {
      planes[to + x] += matrix[from + x];
    }
  }
}
