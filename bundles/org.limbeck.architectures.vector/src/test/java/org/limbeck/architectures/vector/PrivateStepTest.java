package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.GaussianMechanism;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/** Steps of step size 1 without momentum, so that the change of the weights is the gradient. */
class PrivateStepTest {
  private static final Shape SHAPE = new Shape(6, 6, 2);
  private static final int CLASSES = 3;
  private static final int PRIVATE_ROWS = 9;
  private static final int REFERENCE_ROWS = 5;
  private static final float NONE = Float.POSITIVE_INFINITY;

  private final Lesson lesson =
      RandomLessons.random(
          PRIVATE_ROWS,
          REFERENCE_ROWS,
          SHAPE.features(),
          CLASSES,
          DistillationLoss.SQUARED,
          new Random(3));

  @ParameterizedTest
  @MethodSource("architectures")
  void gradientsOfPrivateRowsAreClippedOneByOne(Architecture architecture) {
    VectorNetworkModel model = create(architecture);
    float[][] rows = new float[PRIVATE_ROWS][];
    double[] norms = new double[PRIVATE_ROWS];
    for (int row = 0; row < PRIVATE_ROWS; row++) {
      rows[row] = gradient(model, only(row));
      norms[row] = Math.sqrt(GradientClipping.squaredNorm(rows[row], 0, rows[row].length));
    }
    double[] sorted = norms.clone();
    Arrays.sort(sorted);
    float clip = (float) ((sorted[3] + sorted[4]) / 2);

    float[] expected = gradient(model, reference());
    for (int row = 0; row < PRIVATE_ROWS; row++) {
      double scale = Math.min(1, clip / norms[row]) / 7;
      for (int i = 0; i < expected.length; i++) {
        expected[i] += (float) (scale * rows[row][i]);
      }
    }
    assertThat(step(model, lesson, new GaussianMechanism(clip, 0, 7), 1))
        .containsExactly(expected, within(2e-5f));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void withoutClippingAndNoiseAStepIsAnOrdinaryOne(Architecture architecture) {
    float[] expected = gradient(create(architecture), lesson);
    float[] actual =
        step(create(architecture), lesson, new GaussianMechanism(NONE, 0, PRIVATE_ROWS), 1);
    assertThat(actual).containsExactly(expected, within(1e-5f));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void withoutPrivateRowsAStepHasItsNoise(Architecture architecture) {
    VectorNetworkModel model = create(architecture);
    float[] noise = step(model, empty(), new GaussianMechanism(0.5f, 3, 10), 4);
    assertThat(deviation(noise)).isCloseTo(0.15, within(0.015));

    float[] others = step(model, empty(), new GaussianMechanism(0.5f, 3, 10), 5);
    double product = 0;
    for (int i = 0; i < noise.length; i++) {
      product += noise[i] * others[i];
    }
    double correlation = product / (noise.length * 0.15 * 0.15);
    assertThat(correlation).isCloseTo(0, within(4 / Math.sqrt(noise.length)));
  }

  @Test
  void theNoiseHasTheScaleOfTheMechanismOnEveryWeight() {
    VectorNetworkModel model = create(new Mlp(new int[] {40}, Activation.TANH));
    float[] quiet = step(model, lesson, new GaussianMechanism(0.8f, 0, 12), 1);
    double[] squares = new double[quiet.length];
    int draws = 400;
    for (int draw = 0; draw < draws; draw++) {
      float[] noisy = step(model, lesson, new GaussianMechanism(0.8f, 1.5f, 12), draw);
      for (int i = 0; i < quiet.length; i++) {
        squares[i] += Math.pow(noisy[i] - quiet[i], 2) / draws;
      }
    }
    double deviation = 1.5 * 0.8 / 12;
    double mean = Arrays.stream(squares).average().orElseThrow();
    assertThat(Math.sqrt(mean)).isCloseTo(deviation, within(0.002 * deviation));
    assertThat(Arrays.stream(squares).boxed())
        .allSatisfy(square -> assertThat(Math.sqrt(square) / deviation).isBetween(0.8, 1.2));
  }

  @Test
  void theSameStreamGivesTheSameStep() {
    GaussianMechanism mechanism = new GaussianMechanism(1, 1, 8);
    Architecture mlp = new Mlp(new int[] {10}, Activation.RELU);
    float[] one = step(create(mlp), lesson, mechanism, 1);
    assertThat(step(create(mlp), lesson, mechanism, 1)).containsExactly(one);
    assertThat(step(create(mlp), lesson, mechanism, 2)).isNotEqualTo(one);
  }

  @Test
  void aStepTellsNothingOfTheLocalLoss() {
    Losses losses = new Losses();
    VectorNetworkModel model = create(new Softmax());
    model.privateStep(lesson, 1, new GaussianMechanism(1, 1, 8), new SplittableRandom(1), losses);
    assertThat(losses.local()).isNaN();
    Losses plain = new Losses();
    create(new Softmax()).step(lesson, 1, plain);
    assertThat(losses.distillation()).isEqualTo(plain.distillation());
  }

  static Stream<Named<Architecture>> architectures() {
    return Stream.of(
        Named.of("softmax", new Softmax()),
        Named.of("mlp with tanh", new Mlp(new int[] {20}, Activation.TANH)),
        Named.of("deep mlp with relu", new Mlp(new int[] {16, 12}, Activation.RELU)),
        Named.of("cnn with padding", cnn(Padding.SAME)),
        Named.of("cnn without padding", cnn(Padding.VALID)),
        Named.of(
            "scalar cnn",
            new Cnn(
                new int[] {3, 4},
                3,
                Padding.SAME,
                8,
                Activation.TANH,
                TrainingOptions.PLAIN,
                new Backend(new ScalarKernels()))));
  }

  private static Cnn cnn(Padding padding) {
    return new Cnn(
        new int[] {5}, 3, padding, 8, Activation.RELU, TrainingOptions.PLAIN, Backend.fastest());
  }

  private static VectorNetworkModel create(Architecture architecture) {
    return (VectorNetworkModel) architecture.create(SHAPE, CLASSES, new SplittableRandom(1));
  }

  /** Returns by how much a step of step size 1 moves the weights down; leaves them as they were. */
  private static float[] step(
      VectorNetworkModel model, Lesson lesson, GaussianMechanism mechanism, long seed) {
    float[] before = new float[model.count()];
    float[] after = new float[model.count()];
    model.get(before);
    model.privateStep(lesson, 1, mechanism, new SplittableRandom(seed), new Losses());
    model.get(after);
    model.set(before);
    for (int i = 0; i < after.length; i++) {
      after[i] = before[i] - after[i];
    }
    return after;
  }

  private static float[] gradient(VectorNetworkModel model, Lesson lesson) {
    float[] gradient = new float[model.count()];
    model.gradient(lesson, gradient);
    return gradient;
  }

  private static double deviation(float[] values) {
    return Math.sqrt(GradientClipping.squaredNorm(values, 0, values.length) / values.length);
  }

  private Lesson only(int row) {
    Block one = new Block(1, SHAPE.features());
    one.rows(1);
    System.arraycopy(lesson.inputs().values(), row * one.width(), one.values(), 0, one.width());
    return with(one, new int[] {lesson.labels()[row]}, new Block(0, SHAPE.features()));
  }

  private Lesson reference() {
    return with(new Block(0, SHAPE.features()), new int[0], lesson.referenceInputs());
  }

  private Lesson empty() {
    return with(new Block(0, SHAPE.features()), new int[0], new Block(0, SHAPE.features()));
  }

  private Lesson with(Block inputs, int[] labels, Block reference) {
    Block targets = reference.rows() == 0 ? new Block(0, CLASSES) : lesson.targets();
    return new Lesson(inputs, labels, reference, targets, lesson.loss(), lesson.regularization());
  }
}
