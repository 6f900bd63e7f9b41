package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;

/** Weights w with the loss Σ_i a_i (w_i − b_i)² / 2, whatever the lesson; w begins at zero. */
final class QuadraticModel implements Model, Weights {
  private final float[] a;
  private final float[] b;
  private final float[] w;

  QuadraticModel(float[] a, float[] b) {
    this.a = a;
    this.b = b;
    this.w = new float[a.length];
  }

  float[] weights() {
    return w.clone();
  }

  @Override
  public void step(Lesson lesson, float stepSize, Losses losses) {
    double loss = 0;
    for (int i = 0; i < w.length; i++) {
      float distance = w[i] - b[i];
      loss += a[i] * distance * distance / 2;
      w[i] -= stepSize * a[i] * distance;
    }
    losses.add(loss, 0);
  }

  @Override
  public void predict(Block inputs, Block decisions) {
    decisions.selectLike(inputs);
    Arrays.fill(decisions.values(), 1f / decisions.width());
  }

  @Override
  public int parameters() {
    return w.length;
  }

  @Override
  public int count() {
    return w.length;
  }

  @Override
  public void get(float[] into) {
    System.arraycopy(w, 0, into, 0, w.length);
  }

  @Override
  public void set(float[] from) {
    System.arraycopy(from, 0, w, 0, w.length);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (float value : w) {
      out.writeFloat(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int i = 0; i < w.length; i++) {
      w[i] = in.readFloat();
    }
  }
}
