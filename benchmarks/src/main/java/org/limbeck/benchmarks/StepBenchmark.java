package org.limbeck.benchmarks;

import java.util.Map;
import java.util.SplittableRandom;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.architectures.vector.Activation;
import org.limbeck.architectures.vector.Cnn;
import org.limbeck.architectures.vector.Mlp;
import org.limbeck.architectures.vector.Padding;
import org.limbeck.architectures.vector.Softmax;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Training steps and predictions of a batch of 32 images of 28 × 28 in 10 classes: (a) softmax
 * regression, (b) one hidden layer of 128, (c) convolutions of 5 × 5 with 8 and 16 filters, each
 * with 2 × 2 max-pooling, and a hidden layer of 64.
 */
@State(Scope.Thread)
public class StepBenchmark {
  private static final int BATCH = 32;
  private static final int CLASSES = 10;
  private static final Shape SHAPE = new Shape(28, 28, 1);

  /** Multiply-adds of a prediction for one row: of the first layer, and of the others. */
  private static final Map<String, double[]> WORK =
      Map.of(
          "a", new double[] {7840, 0},
          "b", new double[] {784 * 128, 1280},
          "c", new double[] {576 * 25 * 8, 64 * 200 * 16 + 256 * 64 + 640});

  @Param({"a", "b", "c"})
  public String model;

  private Model trained;
  private Lesson lesson;
  private final Losses losses = new Losses();
  private final Block decisions = new Block(BATCH, CLASSES);

  /** Returns the floating-point operations of a step: the first layer has no input gradient. */
  static double stepFlops(String model) {
    double[] work = WORK.get(model);
    return 2 * BATCH * (2 * work[0] + 3 * work[1]);
  }

  static double predictFlops(String model) {
    double[] work = WORK.get(model);
    return 2 * BATCH * (work[0] + work[1]);
  }

  @Setup
  public void create() {
    SplittableRandom random = new SplittableRandom(1);
    trained = architecture().create(SHAPE, CLASSES, random);
    Block images = new Block(BATCH, SHAPE.features());
    images.rows(BATCH);
    for (int i = 0; i < images.values().length; i++) {
      images.values()[i] = random.nextFloat();
    }
    lesson =
        new Lesson(
            images,
            random.ints(BATCH, 0, CLASSES).toArray(),
            new Block(0, SHAPE.features()),
            new Block(0, CLASSES),
            DistillationLoss.SQUARED,
            0);
  }

  private Architecture architecture() {
    return switch (model) {
      case "a" -> new Softmax();
      case "b" -> new Mlp(new int[] {128}, Activation.RELU);
      default -> new Cnn(new int[] {8, 16}, 5, Padding.VALID, 64, Activation.RELU);
    };
  }

  @Benchmark
  public void step() {
    trained.step(lesson, 0.01f, losses);
  }

  @Benchmark
  public void predict() {
    trained.predict(lesson.inputs(), decisions);
  }
}
