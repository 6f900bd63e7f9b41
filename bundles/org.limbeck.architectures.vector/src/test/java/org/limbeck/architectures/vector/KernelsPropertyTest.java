package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * All kernels against the formulas, within arrays with room before and after: sums bit for bit, the
 * rest in double precision.
 */
class KernelsPropertyTest {

  @Provide
  Arbitrary<Kernels> kernels() {
    return Arbitraries.of(new ScalarKernels(), new VectorKernels());
  }

  @Property(tries = 500)
  void productsAreSumsOverAscendingIndices(
      @ForAll("kernels") Kernels kernels,
      @ForAll @IntRange(min = 0, max = 20) int rows,
      @ForAll @IntRange(min = 0, max = 20) int terms,
      @ForAll @IntRange(min = 1, max = 80) int columns,
      @ForAll @IntRange(min = 0, max = 9) int stride,
      @ForAll long seed) {
    Random random = new Random(seed);
    int[] offsets = random.ints(terms, 0, 30).toArray();
    int at = random.nextInt(5);
    float[] a = Floats.random(at + rows * stride + 30, random);
    float[] b = Floats.random(at + terms * columns + Kernels.SPARE, random);
    float[] bias = Floats.random(at + columns + Kernels.SPARE, random);
    float[] c = Floats.random(at + rows * columns + Kernels.SPARE, random);
    float[] expected = c.clone();
    for (int m = 0; m < rows; m++) {
      for (int j = 0; j < columns; j++) {
        float sum = bias[at + j];
        for (int k = 0; k < terms; k++) {
          sum = Math.fma(a[at + m * stride + offsets[k]], b[at + k * columns + j], sum);
        }
        expected[at + m * columns + j] = sum;
      }
    }

    kernels.multiply(a, at, stride, offsets, terms, b, at, bias, at, c, at, rows, columns);

    Floats.assertSameBits(c, expected);
  }

  @Property(tries = 300)
  void addsAMultiple(
      @ForAll("kernels") Kernels kernels,
      @ForAll @IntRange(min = 0, max = 70) int count,
      @ForAll @IntRange(min = 0, max = 5) int from,
      @ForAll @IntRange(min = 0, max = 5) int to,
      @ForAll long seed) {
    Random random = new Random(seed);
    float f = random.nextFloat();
    float[] x = Floats.random(from + count + 3, random);
    float[] y = Floats.random(to + count + 3, random);
    float[] sum = y.clone();
    float[] average = y.clone();

    kernels.add(f, x, from, sum, to, count);
    kernels.decayAndAdd(f, x, from, average, to, count);

    float[] expectedSum = y.clone();
    float[] expectedAverage = y.clone();
    for (int i = 0; i < count; i++) {
      expectedSum[to + i] = Math.fma(f, x[from + i], y[to + i]);
      expectedAverage[to + i] = Math.fma(f, y[to + i], x[from + i]);
    }
    Floats.assertSameBits(sum, expectedSum);
    Floats.assertSameBits(average, expectedAverage);
  }

  @Property(tries = 300)
  void activationsAreAppliedOneByOne(
      @ForAll("kernels") Kernels kernels,
      @ForAll Activation activation,
      @ForAll @IntRange(min = 0, max = 70) int count,
      @ForAll long seed) {
    float[] values = Floats.special(count + 3, new Random(seed));
    float[] gradient = Floats.random(count + 3, new Random(seed));
    float[] expectedValues = values.clone();
    float[] expectedGradient = gradient.clone();
    for (int i = 0; i < count; i++) {
      expectedValues[i] = activation.of(values[i]);
      expectedGradient[i] = gradient[i] * activation.derivative(expectedValues[i]);
    }

    kernels.activate(activation, values, count);
    kernels.scaleByDerivative(activation, gradient, values, count);

    Floats.assertSameBits(values, expectedValues);
    Floats.assertSameBits(gradient, expectedGradient);
  }

  @Property(tries = 300)
  void exponentialsAreTakenOneByOne(
      @ForAll("kernels") Kernels kernels,
      @ForAll @IntRange(min = 0, max = 70) int count,
      @ForAll long seed) {
    float[] values = Floats.special(count + 3, new Random(seed));
    float[] expected = values.clone();
    for (int i = 0; i < count; i++) {
      expected[i] = Exp.exp(values[i]);
    }

    kernels.exp(values, count);

    Floats.assertSameBits(values, expected);
  }

  @Property(tries = 300)
  void softmaxNormalisesTheExponentials(
      @ForAll("kernels") Kernels kernels,
      @ForAll @IntRange(min = 0, max = 6) int rows,
      @ForAll @IntRange(min = 1, max = 30) int classes,
      @ForAll @IntRange(min = -1000, max = 1000) int shift,
      @ForAll long seed) {
    float[] logits = Floats.random(rows * classes + 3, new Random(seed));
    IntStream.range(0, rows * classes).forEach(i -> logits[i] = 4 * logits[i] + shift);
    float[] s = logits.clone();

    kernels.softmax(s, rows, classes);

    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += Math.exp((double) logits[row * classes + k] - shift);
      }
      for (int k = 0; k < classes; k++) {
        double expected = Math.exp((double) logits[row * classes + k] - shift) / sum;
        assertThat((double) s[row * classes + k]).isCloseTo(expected, within(1e-6));
      }
    }
    int end = rows * classes;
    assertThat(Arrays.copyOfRange(s, end, end + 3))
        .isEqualTo(Arrays.copyOfRange(logits, end, end + 3));
  }

  @Property(tries = 300)
  void poolingTakesTheFirstOfTheGreatest(
      @ForAll("kernels") Kernels kernels,
      @ForAll @IntRange(min = 0, max = 4) int height,
      @ForAll @IntRange(min = 1, max = 4) int width,
      @ForAll @IntRange(min = 1, max = 40) int channels,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[] x = Floats.random(4 * height * width * channels + Kernels.SPARE, random);
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.round(2 * x[i]);
    }
    int at = random.nextInt(5);
    int count = height * width * channels;
    float[] out = new float[at + count + Kernels.SPARE];
    float[] peaks = out.clone();

    kernels.maxPool(x, height, width, channels, out, peaks, at);

    for (int i = 0; i < count; i++) {
      int column = i / channels % width;
      int row = i / channels / width;
      float[] four = new float[4];
      for (int pixel = 0; pixel < 4; pixel++) {
        int place = (2 * row + pixel / 2) * 2 * width + 2 * column + pixel % 2;
        four[pixel] = x[place * channels + i % channels];
      }
      int peak = (int) peaks[at + i];
      assertThat(out[at + i]).isEqualTo(four[peak]);
      for (int pixel = 0; pixel < 4; pixel++) {
        assertThat(pixel < peak ? four[pixel] < four[peak] : four[pixel] <= four[peak])
            .as("the peak of %s is %d", Arrays.toString(four), peak)
            .isTrue();
      }
    }
  }

  @Property(tries = 300)
  void patchesAreSummedInTheirOrder(
      @ForAll("kernels") Kernels kernels,
      @ForAll @IntRange(min = 1, max = 5) int rows,
      @ForAll @IntRange(min = 1, max = 70) int run,
      @ForAll @IntRange(min = 0, max = 10) int more,
      @ForAll @IntRange(min = 0, max = 12) int count,
      @ForAll long seed) {
    Random random = new Random(seed);
    PatchGeometry patch = new PatchGeometry(rows, run, run + more);
    int from = random.nextInt(4);
    int at = random.nextInt(4);
    int[] positions = random.ints(from + count, 0, 100).toArray();
    float[] values = Floats.random(from + count, random);
    float[] x = Floats.random(100 + rows * (run + more) + Kernels.SPARE, random);
    float[] w = Floats.random(at + patch.size() + Kernels.SPARE, random);
    float[] sum = new float[at + patch.size() + Kernels.SPARE];
    float[] images = x.clone();
    float[] expectedSum = new float[at + patch.size()];
    float[] expectedImages = x.clone();
    for (int e = from; e < from + count; e++) {
      for (int i = 0; i < patch.size(); i++) {
        int place = positions[e] + patch.offsets()[i];
        expectedSum[at + i] = Math.fma(values[e], x[place], expectedSum[at + i]);
        expectedImages[place] = Math.fma(values[e], w[at + i], expectedImages[place]);
      }
    }

    kernels.sumPatches(x, patch, positions, values, from, count, sum, at);
    kernels.addPatches(w, at, patch, positions, values, from, count, images);

    Floats.assertSameBits(Arrays.copyOf(sum, at + patch.size()), expectedSum);
    Floats.assertSameBits(images, expectedImages);
  }
}
