package org.limbeck.architectures.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.architectures.vector.Activation;
import org.limbeck.architectures.vector.Padding;

/** The same networks in pure Java and on DL4J, from the same stream, learn the same. */
@NeedsNativeCode
class CrossCheckTest {
  private static final Shape SHAPE = new Shape(10, 9, 2);
  private static final int CLASSES = 5;
  private static final int PRIVATE_ROWS = 16;
  private static final int REFERENCE_ROWS = 8;
  private static final int STEPS = 100;

  /** Architectures of DL4J, each with its twin. */
  static List<Arguments> twins() {
    return List.of(
        twins("softmax", new Dl4jSoftmax(), new org.limbeck.architectures.vector.Softmax()),
        twins(
            "mlp",
            new Dl4jMlp(new int[] {20, 12}, "tanh"),
            new org.limbeck.architectures.vector.Mlp(new int[] {20, 12}, Activation.TANH)),
        twins(
            "rectified mlp",
            new Dl4jMlp(new int[] {20}, "relu"),
            new org.limbeck.architectures.vector.Mlp(new int[] {20}, Activation.RELU)),
        twins(
            "cnn",
            new Dl4jCnn(new int[] {4, 6}, 3, true, 12, "tanh"),
            new org.limbeck.architectures.vector.Cnn(
                new int[] {4, 6}, 3, Padding.SAME, 12, Activation.TANH)),
        twins(
            "cnn without padding",
            new Dl4jCnn(new int[] {4}, 3, false, 12, "relu"),
            new org.limbeck.architectures.vector.Cnn(
                new int[] {4}, 3, Padding.VALID, 12, Activation.RELU)),
        twins(
            "cnn with an even kernel",
            new Dl4jCnn(new int[] {5}, 4, true, 12, "tanh"),
            new org.limbeck.architectures.vector.Cnn(
                new int[] {5}, 4, Padding.SAME, 12, Activation.TANH)));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void theirLossesAreTheSame(Architecture dl4j, Architecture java) {
    try (Model one = dl4j.create(SHAPE, CLASSES, new SplittableRandom(7));
        Model other = java.create(SHAPE, CLASSES, new SplittableRandom(7))) {
      RandomGenerator random = new SplittableRandom(8);
      Losses losses = new Losses();
      Losses expected = new Losses();
      for (int step = 0; step < STEPS; step++) {
        DistillationLoss loss =
            step % 2 == 0 ? DistillationLoss.SQUARED : DistillationLoss.CROSS_ENTROPY;
        Lesson lesson = lesson(random, loss);
        losses.reset();
        expected.reset();
        one.step(lesson, 0.1f, losses);
        other.step(lesson, 0.1f, expected);
        assertThat(losses.local()).as("step %d", step).isCloseTo(expected.local(), within(1e-4));
        assertThat(losses.distillation())
            .as("step %d", step)
            .isCloseTo(expected.distillation(), within(1e-4));
      }
    }
  }

  private static Arguments twins(String name, Architecture dl4j, Architecture java) {
    return Arguments.of(Named.of(name, dl4j), java);
  }

  private static Lesson lesson(RandomGenerator random, DistillationLoss loss) {
    Block inputs = rows(random, PRIVATE_ROWS);
    int[] labels = random.ints(PRIVATE_ROWS, 0, CLASSES).toArray();
    for (int row = 0; row < PRIVATE_ROWS; row++) {
      inputs.values()[row * inputs.width() + labels[row]] += 2;
    }
    Block targets = new Block(REFERENCE_ROWS, CLASSES);
    targets.rows(REFERENCE_ROWS);
    for (int row = 0; row < REFERENCE_ROWS; row++) {
      float sum = 0;
      for (int k = 0; k < CLASSES; k++) {
        targets.values()[row * CLASSES + k] = random.nextFloat();
        sum += targets.values()[row * CLASSES + k];
      }
      for (int k = 0; k < CLASSES; k++) {
        targets.values()[row * CLASSES + k] /= sum;
      }
    }
    return new Lesson(inputs, labels, rows(random, REFERENCE_ROWS), targets, loss, 2);
  }

  private static Block rows(RandomGenerator random, int count) {
    Block rows = new Block(count, SHAPE.features());
    rows.rows(count);
    for (int i = 0; i < rows.values().length; i++) {
      rows.values()[i] = random.nextFloat();
    }
    return rows;
  }
}
