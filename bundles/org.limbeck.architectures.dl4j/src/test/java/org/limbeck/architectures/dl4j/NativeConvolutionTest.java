package org.limbeck.architectures.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Compares with the definition, on channel-last images that are not square. */
@NeedsNativeCode
class NativeConvolutionTest {
  private static final int ROWS = 3;
  private static final int HEIGHT = 4;
  private static final int WIDTH = 5;
  private static final int CHANNELS = 2;
  private static final int FILTERS = 3;
  private static final double ROUNDING = 1e-5;

  private final SplittableRandom random = new SplittableRandom(1);
  private int kernel;
  private boolean padded;
  private int outputHeight;
  private int outputWidth;
  private float[] images;
  private float[] weights;
  private float[] biases;

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, true", "5, true", "1, false", "2, false", "3, false"})
  void agreesWithTheDefinition(int size, boolean padding) {
    geometry(size, padding);
    LayerNetwork network = network();
    network.forward(
        array(images, ROWS, HEIGHT, WIDTH, CHANNELS),
        outputs -> {
          for (int n = 0; n < ROWS; n++) {
            for (int y = 0; y < outputHeight; y++) {
              for (int x = 0; x < outputWidth; x++) {
                for (int f = 0; f < FILTERS; f++) {
                  assertThat(outputs.getDouble(n, y, x, f))
                      .as("row %d, pixel %d,%d, filter %d", n, y, x, f)
                      .isCloseTo(output(n, y, x, f), within(ROUNDING));
                }
              }
            }
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, true", "5, true", "1, false", "2, false", "3, false"})
  void isDifferentiatedAccordingToTheDefinition(int size, boolean padding) {
    geometry(size, padding);
    LayerNetwork network = network();
    float[] errors = values(ROWS * outputHeight * outputWidth * FILTERS);
    network.backward(
        array(images, ROWS, HEIGHT, WIDTH, CHANNELS),
        outputs -> array(errors, ROWS, outputHeight, outputWidth, FILTERS));
    float[] gradient = network.getFlattenedGradients().data().asFloat();
    // The output is linear in each weight: its slope is a difference, of whatever width.
    for (int i = 0; i < gradient.length; i++) {
      float[] array = i < FILTERS ? biases : weights;
      int place = i < FILTERS ? i : i - FILTERS;
      float here = array[place];
      array[place] = here + 1;
      double above = loss(errors);
      array[place] = here;
      double slope = above - loss(errors);
      assertThat((double) gradient[i]).as("place %d", i).isCloseTo(slope, within(1e-4));
    }
  }

  private void geometry(int size, boolean padding) {
    kernel = size;
    padded = padding;
    outputHeight = padded ? HEIGHT : HEIGHT - kernel + 1;
    outputWidth = padded ? WIDTH : WIDTH - kernel + 1;
  }

  private LayerNetwork network() {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .list()
            .layer(new NativeConvolutionConfiguration(FILTERS, kernel, padded));
    list.setInputType(InputType.convolutional(HEIGHT, WIDTH, CHANNELS, CNN2DFormat.NHWC));
    LayerNetwork network = new LayerNetwork(list.build());
    network.initialize(random);
    images = values(ROWS * HEIGHT * WIDTH * CHANNELS);
    weights = values(FILTERS * CHANNELS * kernel * kernel);
    biases = values(FILTERS);
    network.setParam("0_W", array(weights, FILTERS, CHANNELS, kernel, kernel));
    network.setParam("0_b", array(biases, 1, FILTERS));
    return network;
  }

  private double loss(float[] errors) {
    double sum = 0;
    int at = 0;
    for (int n = 0; n < ROWS; n++) {
      for (int y = 0; y < outputHeight; y++) {
        for (int x = 0; x < outputWidth; x++) {
          for (int f = 0; f < FILTERS; f++) {
            sum += errors[at++] * output(n, y, x, f);
          }
        }
      }
    }
    return sum;
  }

  /**
   * The cross-correlation with the filters, as in any text book; an even kernel sees more below.
   */
  private double output(int n, int y, int x, int f) {
    int before = padded ? (kernel - 1) / 2 : 0;
    double sum = biases[f];
    for (int c = 0; c < CHANNELS; c++) {
      for (int dy = 0; dy < kernel; dy++) {
        for (int dx = 0; dx < kernel; dx++) {
          int row = y + dy - before;
          int column = x + dx - before;
          if (row >= 0 && row < HEIGHT && column >= 0 && column < WIDTH) {
            sum +=
                (double) weights[((f * CHANNELS + c) * kernel + dy) * kernel + dx]
                    * images[((n * HEIGHT + row) * WIDTH + column) * CHANNELS + c];
          }
        }
      }
    }
    return sum;
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return values;
  }

  private static INDArray array(float[] values, long... shape) {
    return Nd4j.create(values, shape, 'c');
  }
}
