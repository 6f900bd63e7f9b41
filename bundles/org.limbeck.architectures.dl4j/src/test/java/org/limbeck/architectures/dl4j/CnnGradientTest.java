package org.limbeck.architectures.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Objective;

/** Compares the gradient with finite differences, on images whose pixels differ a lot. */
@NeedsNativeCode
class CnnGradientTest {
  private static final Shape SHAPE = new Shape(6, 5, 2);
  private static final Shape LARGER = new Shape(8, 7, 2);
  private static final int CLASSES = 3;
  private static final int ROWS = 4;
  private static final float STEP = 0.002f;

  private final SplittableRandom random = new SplittableRandom(1);

  @ParameterizedTest
  @CsvSource({
    "tanh, SQUARED, true",
    "tanh, CROSS_ENTROPY, true",
    "relu, SQUARED, true",
    "relu, CROSS_ENTROPY, true",
    "tanh, SQUARED, false",
    "relu, CROSS_ENTROPY, false"
  })
  void agreesWithFiniteDifferences(String activation, DistillationLoss loss, boolean padded) {
    Dl4jCnn architecture = new Dl4jCnn(new int[] {3, 4}, padded ? 3 : 2, padded, 6, activation);
    Shape shape = padded ? SHAPE : LARGER;
    try (Dl4jNetworkModel model = (Dl4jNetworkModel) architecture.create(shape, CLASSES, random)) {
      Lesson lesson =
          new Lesson(
              images(shape), new int[] {0, 1, 2, 0}, images(shape), uniformTargets(), loss, 2);
      float[] gradient = new float[model.parameters()];
      model.gradient(lesson, gradient);
      float[] weights = new float[model.count()];
      model.get(weights);
      int agreeing = 0;
      for (int i = 0; i < weights.length; i++) {
        agreeing += Math.abs(gradient[i] - difference(model, weights, i, lesson)) < 2e-3 ? 1 : 0;
      }
      assertThat((double) agreeing / weights.length)
          .as("share of the derivatives that agree: all but those at a kink")
          .isGreaterThan(0.9);
    }
  }

  private static double difference(
      Dl4jNetworkModel model, float[] weights, int place, Lesson lesson) {
    float here = weights[place];
    weights[place] = here + STEP;
    model.set(weights);
    double above = objective(model, lesson);
    weights[place] = here - STEP;
    model.set(weights);
    double below = objective(model, lesson);
    weights[place] = here;
    model.set(weights);
    return (above - below) / (2 * STEP);
  }

  private static double objective(Dl4jNetworkModel model, Lesson lesson) {
    Block own = new Block(ROWS, CLASSES);
    Block reference = new Block(ROWS, CLASSES);
    model.predict(lesson.inputs(), own);
    model.predict(lesson.referenceInputs(), reference);
    float[] decisions = new float[lesson.rows() * CLASSES];
    System.arraycopy(own.values(), 0, decisions, 0, ROWS * CLASSES);
    System.arraycopy(reference.values(), 0, decisions, ROWS * CLASSES, ROWS * CLASSES);
    Losses losses = new Losses();
    Objective.logitGradient(lesson, decisions, new float[decisions.length], losses);
    return losses.local() + lesson.regularization() * losses.distillation();
  }

  private Block images(Shape shape) {
    Block images = new Block(ROWS, shape.features());
    images.rows(ROWS);
    for (int i = 0; i < images.values().length; i++) {
      images.values()[i] = 4 * random.nextFloat() - 2;
    }
    return images;
  }

  private static Block uniformTargets() {
    Block targets = new Block(ROWS, CLASSES);
    targets.rows(ROWS);
    Arrays.fill(targets.values(), 1f / CLASSES);
    return targets;
  }
}
