package org.limbeck.algorithms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.EmbeddingTargets;
import org.limbeck.api.architecture.Embeddings;
import org.limbeck.api.architecture.ForwardingModel;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;

/** A model that remembers what embeddings it was to aim at. */
final class EmbeddingRecorder extends ForwardingModel implements Embeddings {

  /** The targets of one step by the class of their rows, and the rows that have none. */
  record Step(Map<Integer, float[]> targets, int free, float weight) {}

  private final Embeddings embeddings;
  private final List<Step> steps = new ArrayList<>();

  EmbeddingRecorder(Model model) {
    super(model);
    this.embeddings = model.capability(Embeddings.class).orElseThrow();
  }

  /** Returns the steps since this was last asked for. */
  List<Step> steps() {
    List<Step> latest = List.copyOf(steps);
    steps.clear();
    return latest;
  }

  @Override
  public int width() {
    return embeddings.width();
  }

  @Override
  public void embed(Block inputs, Block into) {
    embeddings.embed(inputs, into);
  }

  @Override
  public void embeddingStep(
      Lesson lesson, EmbeddingTargets targets, float stepSize, Losses losses) {
    Map<Integer, float[]> byClass = new HashMap<>();
    Block rows = targets.rows();
    for (int i = 0; i < rows.rows(); i++) {
      byClass.put(
          lesson.labels()[rows.ids()[i]],
          Arrays.copyOfRange(rows.values(), i * rows.width(), (i + 1) * rows.width()));
    }
    steps.add(new Step(byClass, lesson.inputs().rows() - rows.rows(), targets.weight()));
    embeddings.embeddingStep(lesson, targets, stepSize, losses);
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    return type == Embeddings.class ? Optional.of(type.cast(this)) : super.capability(type);
  }
}
