package org.limbeck.architectures.dl4j;

import java.nio.FloatBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;

/** How a network takes its rows, which come with the channels of a pixel side by side. */
final class RowLayout {
  private final long[] shape;
  private final int[] source;

  /**
   * Makes a layout.
   *
   * @param source where each value of a row comes from; null if they stay where they are
   * @param shape the shape of a row
   */
  private RowLayout(int[] source, long... shape) {
    this.source = source;
    this.shape = shape;
  }

  /** Vectors of features, as they come. */
  static RowLayout flat(Shape input) {
    return new RowLayout(null, input.features());
  }

  /** Images of height × width × channels, as they come. */
  static RowLayout channelsLast(Shape input) {
    return new RowLayout(null, input.height(), input.width(), input.channels());
  }

  /** Images of channels × height × width. */
  static RowLayout channelsFirst(Shape input) {
    return new RowLayout(planes(input), input.channels(), input.height(), input.width());
  }

  /** Vectors of features, all those of a channel side by side. */
  static RowLayout flatChannelsFirst(Shape input) {
    return new RowLayout(planes(input), input.features());
  }

  /** Returns the shape of a row. */
  long[] shape() {
    return shape.clone();
  }

  /** Copies rows of a block into {@code to}, from its row {@code row} on. */
  void copy(Block from, int first, int rows, FloatBuffer to, int row) {
    int width = from.width();
    if (source == null) {
      to.put(row * width, from.values(), first * width, rows * width);
    } else {
      for (int i = 0; i < rows; i++) {
        for (int k = 0; k < width; k++) {
          to.put((row + i) * width + k, from.values()[(first + i) * width + source[k]]);
        }
      }
    }
  }

  private static int[] planes(Shape input) {
    int pixels = input.height() * input.width();
    if (input.channels() == 1 || pixels == 1) {
      return null;
    }
    int[] source = new int[input.features()];
    for (int i = 0; i < source.length; i++) {
      source[i] = i % pixels * input.channels() + i / pixels;
    }
    return source;
  }
}
