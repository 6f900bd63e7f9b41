package org.example.neighbours;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Objective;

/**
 * What a device remembers. A step on a row adds to the weight of what is remembered of it as much
 * as the row counts in the objective: η / n for one of n private rows, η ρ / n for one of n
 * reference rows. What is remembered of a reference row is its latest target.
 */
final class Memory implements Model {
  private record Key(boolean reference, int id) {}

  private record Near(float distance, float[] example) {}

  /** Of each row: its features, what it is (K values), and the weight of that. */
  private final Map<Key, float[]> examples = new LinkedHashMap<>();

  private final int features;
  private final int classes;
  private final int neighbours;
  private final float prior;

  Memory(int features, int classes, int neighbours, float prior) {
    this.features = features;
    this.classes = classes;
    this.neighbours = neighbours;
    this.prior = prior;
  }

  @Override
  public int parameters() {
    return 0;
  }

  @Override
  public void predict(Block inputs, Block decisions) {
    decisions.selectLike(inputs);
    predict(inputs, decisions.values(), 0);
  }

  /** Writes the weighted mean of the nearest examples and of the uniform distribution. */
  private void predict(Block inputs, float[] decisions, int firstRow) {
    for (int row = 0; row < inputs.rows(); row++) {
      int at = (firstRow + row) * classes;
      Arrays.fill(decisions, at, at + classes, prior / classes);
      float weights = prior;
      for (Near near : nearest(inputs.values(), row * features)) {
        float weight = near.example[features + classes];
        weights += weight;
        for (int k = 0; k < classes; k++) {
          decisions[at + k] += weight * near.example[features + k];
        }
      }
      for (int k = at; k < at + classes; k++) {
        decisions[k] /= weights;
      }
    }
  }

  private List<Near> nearest(float[] row, int at) {
    return examples.values().stream()
        .map(example -> new Near(distance(example, row, at), example))
        .sorted(Comparator.comparingDouble(Near::distance))
        .limit(neighbours)
        .toList();
  }

  private float distance(float[] example, float[] row, int at) {
    float squared = 0;
    for (int f = 0; f < features; f++) {
      squared += (example[f] - row[at + f]) * (example[f] - row[at + f]);
    }
    return squared;
  }

  @Override
  public void step(Lesson lesson, float stepSize, Losses losses) {
    int own = lesson.inputs().rows();
    int reference = lesson.referenceInputs().rows();
    float[] decisions = new float[lesson.rows() * classes];
    predict(lesson.inputs(), decisions, 0);
    predict(lesson.referenceInputs(), decisions, own);
    Objective.logitGradient(lesson, decisions, new float[decisions.length], losses);
    for (int row = 0; row < own; row++) {
      float[] label = new float[classes];
      label[lesson.labels()[row]] = 1;
      remember(false, lesson.inputs(), row, label, 0, stepSize / own);
    }
    float weight = stepSize * lesson.regularization() / reference;
    for (int row = 0; row < reference && weight > 0; row++) {
      float[] targets = lesson.targets().values();
      remember(true, lesson.referenceInputs(), row, targets, row * classes, weight);
    }
  }

  private void remember(
      boolean reference, Block inputs, int row, float[] label, int at, float weight) {
    Key key = new Key(reference, inputs.ids()[row]);
    float[] example = examples.get(key);
    // Other features under a known id are a row of another dataset.
    if (example == null || distance(example, inputs.values(), row * features) > 0) {
      example = new float[features + classes + 1];
      System.arraycopy(inputs.values(), row * features, example, 0, features);
      examples.put(key, example);
    }
    System.arraycopy(label, at, example, features, classes);
    example[features + classes] += weight;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(features);
    out.writeInt(classes);
    out.writeInt(examples.size());
    for (Map.Entry<Key, float[]> entry : examples.entrySet()) {
      out.writeBoolean(entry.getKey().reference());
      out.writeInt(entry.getKey().id());
      for (float value : entry.getValue()) {
        out.writeFloat(value);
      }
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    if (in.readInt() != features || in.readInt() != classes) {
      throw new IOException("expected rows of " + features + " features, " + classes + " classes");
    }
    examples.clear();
    for (int left = in.readInt(); left > 0; left--) {
      Key key = new Key(in.readBoolean(), in.readInt());
      float[] example = new float[features + classes + 1];
      for (int i = 0; i < example.length; i++) {
        example[i] = in.readFloat();
      }
      examples.put(key, example);
    }
  }
}
