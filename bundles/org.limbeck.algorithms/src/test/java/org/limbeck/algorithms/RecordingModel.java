package org.limbeck.algorithms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.ForwardingModel;
import org.limbeck.api.architecture.GaussianMechanism;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.PrivateSteps;

/** A model that remembers what it was taught. */
final class RecordingModel extends ForwardingModel implements PrivateSteps {

  /** What one step was about; targets are row by row. */
  record Step(
      List<Integer> privateRows,
      List<Integer> referenceRows,
      float[] targets,
      DistillationLoss loss,
      float regularization,
      float stepSize) {}

  /** What one private step was about. */
  record PrivateStep(
      List<Integer> privateRows,
      List<Integer> referenceRows,
      float stepSize,
      GaussianMechanism mechanism,
      long noise) {}

  private final boolean handsOutWeights;
  private final List<Step> steps = new ArrayList<>();
  private final List<PrivateStep> privateSteps = new ArrayList<>();

  RecordingModel(Model model, boolean handsOutWeights) {
    super(model);
    this.handsOutWeights = handsOutWeights;
  }

  /** Returns the steps since this was last asked for. */
  List<Step> steps() {
    List<Step> latest = List.copyOf(steps);
    steps.clear();
    return latest;
  }

  @Override
  public void step(Lesson lesson, float stepSize, Losses losses) {
    Block targets = lesson.targets();
    steps.add(
        new Step(
            rows(lesson.inputs()),
            rows(targets),
            Arrays.copyOf(targets.values(), targets.rows() * targets.width()),
            lesson.loss(),
            lesson.regularization(),
            stepSize));
    super.step(lesson, stepSize, losses);
  }

  /** Returns all private steps. */
  List<PrivateStep> privateSteps() {
    return List.copyOf(privateSteps);
  }

  @Override
  public void privateStep(
      Lesson lesson,
      float stepSize,
      GaussianMechanism mechanism,
      RandomGenerator noise,
      Losses losses) {
    privateSteps.add(
        new PrivateStep(
            rows(lesson.inputs()),
            rows(lesson.referenceInputs()),
            stepSize,
            mechanism,
            noise.nextLong()));
    losses.add(Double.NaN, 0);
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    if (type == PrivateSteps.class) {
      return Optional.of(type.cast(this));
    }
    return handsOutWeights ? super.capability(type) : Optional.empty();
  }

  private static List<Integer> rows(Block block) {
    return IntStream.of(block.ids()).limit(block.rows()).boxed().toList();
  }
}
