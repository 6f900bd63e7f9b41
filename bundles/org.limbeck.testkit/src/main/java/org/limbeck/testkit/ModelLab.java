package org.limbeck.testkit;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;
import org.limbeck.testkit.fixture.CloudRows;

/** Makes models of the architecture under test, and lessons for them. */
final class ModelLab implements AutoCloseable {
  static final float RHO = 2;
  static final int ROWS = 24;
  static final int MANY_ROWS = 300;
  static final double NEAR = 0.15;

  private final ArchitectureContract contract;
  private final List<Model> models = new ArrayList<>();

  ModelLab(ArchitectureContract contract) {
    this.contract = contract;
  }

  @Override
  public void close() {
    models.forEach(Model::close);
  }

  Model model() {
    return model(1);
  }

  Model model(long seed) {
    return model(seed, classes());
  }

  Model model(long seed, int classes) {
    Model model = create(seed, classes);
    models.add(model);
    return model;
  }

  /** Makes a model that the caller closes. */
  Model create(long seed, int classes) {
    return contract.architecture().create(contract.shape(), classes, new SplittableRandom(seed));
  }

  ArchitectureContract contract() {
    return contract;
  }

  float stepSize() {
    return contract.stepSize();
  }

  int patience() {
    return contract.patience();
  }

  int classes() {
    return contract.classes();
  }

  int features() {
    return contract.shape().features();
  }

  /** Returns a model that has made a few steps. */
  Model trained(long seed) {
    Model model = model(seed);
    train(model, 5);
    return model;
  }

  /** Makes steps on lessons of changing sizes. */
  void train(Model model, int steps) {
    for (int step = 0; step < steps; step++) {
      Lesson lesson = lesson(5 + step % 3, 4 + step % 2, DistillationLoss.SQUARED, RHO);
      model.step(lesson, contract.stepSize(), new Losses());
    }
  }

  /** Returns inputs that no lesson has. */
  Block probes(int rows) {
    return inputs(rows, 99);
  }

  /** Returns what the model predicts for some inputs that no lesson has. */
  float[] decisions(Model model) {
    return decisions(model, probes(20));
  }

  float[] decisions(Model model, Block inputs) {
    if (inputs.rows() == 0) {
      return new float[0];
    }
    Block decisions = new Block(inputs.rows(), classes());
    model.predict(inputs, decisions);
    return Blocks.values(decisions);
  }

  Lesson lesson(int privateRows, int referenceRows, DistillationLoss loss, float rho) {
    Block targets = targets(referenceRows);
    return new Lesson(
        inputs(privateRows, 5), labels(privateRows), inputs(referenceRows, 6), targets, loss, rho);
  }

  /** Returns the same lesson with other targets. */
  static Lesson aimingAt(Lesson lesson, float... targets) {
    Block block = Blocks.of(Blocks.ids(lesson.targets()), lesson.targets().width(), targets);
    return new Lesson(
        lesson.inputs(),
        lesson.labels(),
        lesson.referenceInputs(),
        block,
        lesson.loss(),
        lesson.regularization());
  }

  /** Returns the objective of a lesson in nats, computed from what the model predicts. */
  Losses losses(Model model, Lesson lesson) {
    float[] local = decisions(model, lesson.inputs());
    float[] reference = decisions(model, lesson.referenceInputs());
    double localLoss = 0;
    for (int row = 0; row < lesson.inputs().rows(); row++) {
      localLoss -= log(local[row * classes() + lesson.labels()[row]]) / lesson.inputs().rows();
    }
    double distance = 0;
    for (int i = 0; i < reference.length; i++) {
      float target = lesson.targets().values()[i];
      distance +=
          lesson.loss() == DistillationLoss.SQUARED
              ? Math.pow(reference[i] - target, 2)
              : -target * log(reference[i]);
    }
    Losses losses = new Losses();
    int referenceRows = lesson.referenceInputs().rows();
    losses.add(localLoss, referenceRows == 0 ? 0 : distance / referenceRows);
    return losses;
  }

  private static double log(float decision) {
    return Math.log(Math.max(decision, Float.MIN_NORMAL));
  }

  double objective(Model model, Lesson lesson) {
    Losses losses = losses(model, lesson);
    return losses.local() + lesson.regularization() * losses.distillation();
  }

  FiniteDifferences differences(Weights weights) {
    return new FiniteDifferences(weights, contract.gradientTolerance());
  }

  <T> T capability(Model model, Class<T> type) {
    return model
        .capability(type)
        .orElseGet(() -> abort("the model does not offer " + type.getSimpleName()));
  }

  Block inputs(int rows, long seed) {
    CloudRows cloud = new CloudRows(contract.shape(), classes(), rows, seed);
    Block inputs = Blocks.of(Blocks.range(100, 100 + rows), features());
    for (int row = 0; row < rows; row++) {
      cloud.read(row, inputs.values(), row * features());
    }
    return inputs;
  }

  private int[] labels(int rows) {
    return IntStream.range(0, rows).map(row -> row % classes()).toArray();
  }

  /** Returns soft targets: 0.6 for the class of the row and 0.4 for the next one. */
  private Block targets(int rows) {
    Block targets = Blocks.of(Blocks.range(100, 100 + rows), classes());
    for (int row = 0; row < rows; row++) {
      targets.values()[row * classes() + row % classes()] = 0.6f;
      targets.values()[row * classes() + (row + 1) % classes()] = 0.4f;
    }
    return targets;
  }
}
