package org.limbeck.architectures.vector;

import org.limbeck.api.Shape;

/** A convolutional network in double precision. */
final class PreciseCnn extends PreciseModel {
  private final Shape input;
  private final int[] filters;
  private final int kernel;
  private final Padding padding;
  private final int dense;
  private final int classes;

  PreciseCnn(
      Shape input,
      int[] filters,
      int kernel,
      Padding padding,
      int dense,
      int classes,
      Activation activation,
      float[] weights) {
    super(activation, weights);
    this.input = input;
    this.filters = filters;
    this.kernel = kernel;
    this.padding = padding;
    this.dense = dense;
    this.classes = classes;
  }

  @Override
  double[] logits(double[] inputs) {
    double[] values = inputs;
    Shape shape = input;
    int at = 0;
    for (int count : filters) {
      Shape convolved = convolved(shape, count);
      values = pool(convolve(values, shape, at, convolved), convolved);
      values = activated(values);
      at += (kernel * kernel * shape.channels() + 1) * count;
      shape = new Shape(convolved.height() / 2, convolved.width() / 2, count);
    }
    double[] hidden = activated(dense(values, at, dense));
    return dense(hidden, at + (values.length + 1) * dense, classes);
  }

  private Shape convolved(Shape shape, int count) {
    int less = padding == Padding.SAME ? 0 : kernel - 1;
    return new Shape(shape.height() - less, shape.width() - less, count);
  }

  private double[] convolve(double[] x, Shape in, int at, Shape out) {
    double[] result = new double[out.features()];
    int before = padding == Padding.SAME ? (kernel - 1) / 2 : 0;
    int bias = at + kernel * kernel * in.channels() * out.channels();
    for (int i = 0; i < result.length; i++) {
      int f = i % out.channels();
      int column = i / out.channels() % out.width();
      int row = i / out.channels() / out.width();
      result[i] = weights[bias + f];
      for (int k = 0; k < kernel * kernel * in.channels(); k++) {
        int channel = k % in.channels();
        int x0 = column - before + k / in.channels() % kernel;
        int y0 = row - before + k / in.channels() / kernel;
        if (x0 >= 0 && x0 < in.width() && y0 >= 0 && y0 < in.height()) {
          result[i] +=
              x[(y0 * in.width() + x0) * in.channels() + channel]
                  * weights[at + k * out.channels() + f];
        }
      }
    }
    return result;
  }

  private double[] pool(double[] x, Shape shape) {
    int height = shape.height() / 2;
    int width = shape.width() / 2;
    int channels = shape.channels();
    double[] result = new double[height * width * channels];
    for (int i = 0; i < result.length; i++) {
      int column = i / channels % width * 2;
      int row = i / channels / width * 2;
      result[i] = Double.NEGATIVE_INFINITY;
      for (int pixel = 0; pixel < 4; pixel++) {
        int at = ((row + pixel / 2) * shape.width() + column + pixel % 2) * channels;
        double value = x[at + i % channels];
        noteKink(value - result[i]);
        result[i] = Math.max(result[i], value);
      }
    }
    return result;
  }
}
