package org.example.thirdparty;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Objective;

/** K logits, each a weighted sum of the features with an offset. Begins at zero. */
final class Regressor implements Model {
  private final int features;
  private final int classes;
  private final float[] weights;
  private float[] decisions = {};
  private float[] gradient = {};

  Regressor(int features, int classes) {
    this.features = features;
    this.classes = classes;
    this.weights = new float[classes * (features + 1)];
  }

  @Override
  public int parameters() {
    return weights.length;
  }

  @Override
  public void predict(Block inputs, Block out) {
    out.selectLike(inputs);
    forward(inputs, out.values(), 0);
  }

  @Override
  public void step(Lesson lesson, float stepSize, Losses losses) {
    if (lesson.rows() == 0) {
      return;
    }
    int length = lesson.rows() * classes;
    if (decisions.length < length) {
      decisions = new float[length];
      gradient = new float[length];
    }
    int privateRows = lesson.inputs().rows();
    forward(lesson.inputs(), decisions, 0);
    forward(lesson.referenceInputs(), decisions, privateRows);
    Objective.logitGradient(lesson, decisions, gradient, losses);
    backward(lesson.inputs(), 0, stepSize);
    backward(lesson.referenceInputs(), privateRows, stepSize);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(weights.length);
    for (float weight : weights) {
      out.writeFloat(weight);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int count = in.readInt();
    if (count != weights.length) {
      throw new IOException(count + " weights are saved, and there are " + weights.length);
    }
    for (int i = 0; i < count; i++) {
      weights[i] = in.readFloat();
    }
  }

  private void forward(Block inputs, float[] out, int firstRow) {
    for (int row = 0; row < inputs.rows(); row++) {
      int to = (firstRow + row) * classes;
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        out[to + k] = (float) StrictMath.exp(Math.min(logit(inputs, row, k), 60));
        sum += out[to + k];
      }
      for (int k = 0; k < classes; k++) {
        out[to + k] = (float) (out[to + k] / sum);
      }
    }
  }

  private float logit(Block inputs, int row, int k) {
    int at = k * (features + 1);
    float logit = weights[at + features];
    for (int i = 0; i < features; i++) {
      logit = Math.fma(weights[at + i], inputs.values()[row * features + i], logit);
    }
    return logit;
  }

  private void backward(Block inputs, int firstRow, float stepSize) {
    for (int row = 0; row < inputs.rows(); row++) {
      for (int k = 0; k < classes; k++) {
        float step = -stepSize * gradient[(firstRow + row) * classes + k];
        int at = k * (features + 1);
        for (int i = 0; i < features; i++) {
          weights[at + i] = Math.fma(step, inputs.values()[row * features + i], weights[at + i]);
        }
        weights[at + features] += step;
      }
    }
  }
}
