package org.limbeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

class SimplexPropertyTest {
  private static final Offset<Float> ROUNDING = within(1e-5f);

  /**
   * The conditions of Karush, Kuhn and Tucker for the nearest point p of the simplex: one τ with p
   * = v − τ where p is positive, and v ≤ τ where it is 0.
   */
  @Property(tries = 500)
  void findsTheNearestPointOfTheSimplex(
      @ForAll @IntRange(min = 2, max = 20) int classes,
      @ForAll @FloatRange(min = 0, max = 5) float range,
      @ForAll long seed) {
    float[] v = values(classes, range, new Random(seed));
    float[] p = project(v);
    float sum = 0;
    float threshold = Float.NaN;
    for (int k = 0; k < classes; k++) {
      assertThat(p[k]).isFinite().isNotNegative();
      sum += p[k];
      threshold = p[k] > 0 ? v[k] - p[k] : threshold;
    }
    assertThat(sum).isCloseTo(1, ROUNDING);
    for (int k = 0; k < classes; k++) {
      if (p[k] > 0) {
        assertThat(v[k] - p[k]).as("τ by class %d", k).isCloseTo(threshold, ROUNDING);
      } else {
        assertThat(v[k]).as("class %d, which is 0", k).isLessThanOrEqualTo(threshold + 1e-5f);
      }
    }
  }

  @Property(tries = 300)
  void isNoFartherThanAnyOtherPointOfTheSimplex(
      @ForAll @IntRange(min = 2, max = 6) int classes, @ForAll long seed) {
    Random random = new Random(seed);
    float[] v = values(classes, 2, random);
    double nearest = distance(v, project(v));
    for (int trial = 0; trial < 50; trial++) {
      assertThat(distance(v, onSimplex(classes, random))).isGreaterThan(nearest - 1e-5);
    }
  }

  @Property(tries = 300)
  void leavesPointsOfTheSimplexWhereTheyAre(
      @ForAll @IntRange(min = 2, max = 20) int classes, @ForAll long seed) {
    float[] point = onSimplex(classes, new Random(seed));
    assertThat(project(point)).containsExactly(point, within(1e-6f));
  }

  @Property(tries = 300)
  void projectsOnceAndForAll(
      @ForAll @IntRange(min = 2, max = 20) int classes,
      @ForAll @FloatRange(min = 0, max = 5) float range,
      @ForAll long seed) {
    float[] once = project(values(classes, range, new Random(seed)));
    assertThat(project(once)).containsExactly(once, ROUNDING);
  }

  private static float[] project(float[] values) {
    float[] projected = values.clone();
    new Simplex(values.length).project(projected, 0);
    return projected;
  }

  private static float[] values(int count, float range, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = range * (2 * random.nextFloat() - 1);
    }
    return values;
  }

  /** Returns a point of the simplex that has zeros at times. */
  private static float[] onSimplex(int classes, Random random) {
    double[] shares = new double[classes];
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      shares[k] = k > 0 && random.nextInt(4) == 0 ? 0 : random.nextDouble() + 0.001;
      sum += shares[k];
    }
    float[] point = new float[classes];
    for (int k = 0; k < classes; k++) {
      point[k] = (float) (shares[k] / sum);
    }
    return point;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += Math.pow((double) a[k] - b[k], 2);
    }
    return Math.sqrt(sum);
  }
}
