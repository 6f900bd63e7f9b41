package org.limbeck.testkit;

import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.NetworkLayer;
import org.limbeck.api.architecture.NetworkLayer.ActivationFunction;
import org.limbeck.api.architecture.NetworkLayer.Convolution;
import org.limbeck.api.architecture.NetworkLayer.Dense;
import org.limbeck.api.architecture.NetworkLayer.MaxPooling;

/** Computes what {@link NetworkLayer}s mean, as plainly as possible. */
final class PlainLayers {

  private PlainLayers() {}

  /** Returns what the layers make of a row, one after the other. */
  static float[] apply(List<NetworkLayer> layers, float[] row) {
    float[] values = row;
    for (NetworkLayer layer : layers) {
      if (layer instanceof Dense dense) {
        values = dense(dense, values);
      } else if (layer instanceof Convolution convolution) {
        values = convolution(convolution, values);
      } else if (layer instanceof MaxPooling pooling) {
        values = pooling(pooling.input(), values);
      } else {
        values = function((ActivationFunction) layer, values);
      }
    }
    return values;
  }

  private static float[] dense(Dense layer, float[] x) {
    float[] y = layer.biases().clone();
    for (int in = 0; in < layer.inputs(); in++) {
      for (int out = 0; out < layer.outputs(); out++) {
        y[out] += x[in] * layer.weights()[in * layer.outputs() + out];
      }
    }
    return y;
  }

  private static float[] convolution(Convolution layer, float[] image) {
    int grown = layer.zerosBefore() + layer.zerosAfter() - layer.kernel() + 1;
    int height = layer.input().height() + grown;
    int width = layer.input().width() + grown;
    float[] y = new float[height * width * layer.filters()];
    for (int i = 0; i < height * width; i++) {
      for (int filter = 0; filter < layer.filters(); filter++) {
        y[i * layer.filters() + filter] = pixel(layer, image, i / width, i % width, filter);
      }
    }
    return y;
  }

  private static float pixel(Convolution layer, float[] image, int y, int x, int filter) {
    Shape input = layer.input();
    float sum = layer.biases()[filter];
    for (int place = 0; place < layer.kernel() * layer.kernel(); place++) {
      int fromY = y + place / layer.kernel() - layer.zerosBefore();
      int fromX = x + place % layer.kernel() - layer.zerosBefore();
      if (fromY < 0 || fromY >= input.height() || fromX < 0 || fromX >= input.width()) {
        continue;
      }
      for (int channel = 0; channel < input.channels(); channel++) {
        int weight = (place * input.channels() + channel) * layer.filters() + filter;
        int at = (fromY * input.width() + fromX) * input.channels() + channel;
        sum += image[at] * layer.weights()[weight];
      }
    }
    return sum;
  }

  private static float[] pooling(Shape input, float[] image) {
    int height = input.height() / 2;
    int width = input.width() / 2;
    int channels = input.channels();
    float[] y = new float[height * width * channels];
    for (int i = 0; i < y.length; i++) {
      int channel = i % channels;
      int corner = i / channels / width * 2 * input.width() + i / channels % width * 2;
      float upper =
          Math.max(at(image, corner, channels, channel), at(image, corner + 1, channels, channel));
      int below = corner + input.width();
      float lower =
          Math.max(at(image, below, channels, channel), at(image, below + 1, channels, channel));
      y[i] = Math.max(upper, lower);
    }
    return y;
  }

  private static float at(float[] image, int pixel, int channels, int channel) {
    return image[pixel * channels + channel];
  }

  private static float[] function(ActivationFunction function, float[] x) {
    float[] y = new float[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      y[i] =
          switch (function) {
            case RELU -> Math.max(x[i], 0);
            case TANH -> (float) StrictMath.tanh(x[i]);
            case SOFTMAX -> (float) StrictMath.exp(x[i]);
          };
      sum += y[i];
    }
    if (function == ActivationFunction.SOFTMAX) {
      for (int i = 0; i < x.length; i++) {
        y[i] /= (float) sum;
      }
    }
    return y;
  }
}
