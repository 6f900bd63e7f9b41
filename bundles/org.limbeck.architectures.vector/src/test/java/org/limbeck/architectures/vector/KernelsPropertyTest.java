package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * The kernels against the formulas in double precision, within arrays with room before and after.
 */
class KernelsPropertyTest {
  private static final double TOLERANCE = 1e-4;
  private static final float UNTOUCHED = 77;

  @Property(tries = 300)
  void affineMultipliesAndAddsTheBias(
      @ForAll @IntRange(min = 0, max = 6) int rows,
      @ForAll @IntRange(min = 1, max = 40) int inputs,
      @ForAll @IntRange(min = 1, max = 40) int outputs,
      @ForAll @IntRange(min = 0, max = 5) int at,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[] x = values(rows * inputs + 3, random);
    float[] w = values(at + (inputs + 1) * outputs + 3, random);
    float[] out = untouched(rows * outputs + 3);
    Kernels.affine(x, rows, inputs, w, at, outputs, out);
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < outputs; j++) {
        double sum = w[at + inputs * outputs + j];
        for (int i = 0; i < inputs; i++) {
          sum += (double) x[row * inputs + i] * w[at + i * outputs + j];
        }
        assertClose(out[row * outputs + j], sum);
      }
    }
    assertUntouched(out, rows * outputs, out.length);
  }

  @Property(tries = 300)
  void weightGradientSumsOverTheRows(
      @ForAll @IntRange(min = 0, max = 6) int rows,
      @ForAll @IntRange(min = 1, max = 40) int inputs,
      @ForAll @IntRange(min = 1, max = 40) int outputs,
      @ForAll @IntRange(min = 0, max = 5) int at,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[] x = values(rows * inputs + 3, random);
    float[] delta = values(rows * outputs + 3, random);
    float[] into = untouched(at + (inputs + 1) * outputs + 3);
    Kernels.weightGradient(x, rows, inputs, delta, outputs, into, at);
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i <= inputs; i++) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
          double input = i == inputs ? 1 : x[row * inputs + i];
          sum += input * delta[row * outputs + j];
        }
        assertClose(into[at + i * outputs + j], sum);
      }
    }
    assertUntouched(into, 0, at);
    assertUntouched(into, at + (inputs + 1) * outputs, into.length);
  }

  @Property(tries = 300)
  void inputGradientMultipliesByTheTranspose(
      @ForAll @IntRange(min = 0, max = 6) int rows,
      @ForAll @IntRange(min = 1, max = 40) int inputs,
      @ForAll @IntRange(min = 1, max = 40) int outputs,
      @ForAll @IntRange(min = 0, max = 5) int at,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[] delta = values(rows * outputs + 3, random);
    float[] w = values(at + (inputs + 1) * outputs + 3, random);
    float[] into = untouched(rows * inputs + 3);
    Kernels.inputGradient(delta, rows, outputs, w, at, inputs, into);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < inputs; i++) {
        double sum = 0;
        for (int j = 0; j < outputs; j++) {
          sum += (double) delta[row * outputs + j] * w[at + i * outputs + j];
        }
        assertClose(into[row * inputs + i], sum);
      }
    }
    assertUntouched(into, rows * inputs, into.length);
  }

  @Property(tries = 300)
  void softmaxNormalisesTheExponentials(
      @ForAll @IntRange(min = 0, max = 6) int rows,
      @ForAll @IntRange(min = 1, max = 30) int classes,
      @ForAll @IntRange(min = -1000, max = 1000) int shift,
      @ForAll long seed) {
    float[] logits = values(rows * classes + 3, new Random(seed));
    Arrays.fill(logits, rows * classes, logits.length, UNTOUCHED);
    for (int i = 0; i < rows * classes; i++) {
      logits[i] = 4 * logits[i] + shift;
    }
    float[] s = logits.clone();
    Kernels.softmax(s, rows, classes);
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
    assertUntouched(s, rows * classes, s.length);
  }

  @Property(tries = 300)
  void axpyAddsAMultiple(
      @ForAll @IntRange(min = 0, max = 70) int count,
      @ForAll @IntRange(min = 0, max = 5) int from,
      @ForAll @IntRange(min = 0, max = 5) int to,
      @ForAll long seed) {
    Random random = new Random(seed);
    float a = random.nextFloat();
    float[] x = values(from + count + 3, random);
    float[] y = values(to + count + 3, random);
    float[] result = y.clone();
    Kernels.axpy(a, x, from, result, to, count);
    for (int i = 0; i < y.length; i++) {
      boolean inside = i >= to && i < to + count;
      float expected = inside ? Math.fma(a, x[from + i - to], y[i]) : y[i];
      assertThat(result[i]).as("place %d", i).isEqualTo(expected);
    }
  }

  private static float[] values(int count, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return values;
  }

  private static float[] untouched(int count) {
    float[] values = new float[count];
    Arrays.fill(values, UNTOUCHED);
    return values;
  }

  private static void assertClose(float actual, double expected) {
    assertThat((double) actual).isCloseTo(expected, within(TOLERANCE));
  }

  private static void assertUntouched(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      assertThat(values[i]).as("place %d", i).isEqualTo(UNTOUCHED);
    }
  }
}
