package org.limbeck.onnx;

import java.util.List;
import java.util.SplittableRandom;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.Layers;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.NetworkLayer;
import org.limbeck.api.architecture.Weights;

/** A model with random weights, biases too. */
final class RandomModel {
  static final int CLASSES = 4;

  private final Shape shape;
  private final Model model;

  RandomModel(Architecture architecture, Shape shape) {
    SplittableRandom random = new SplittableRandom(1);
    this.shape = shape;
    this.model = architecture.create(shape, CLASSES, random);
    Weights weights = model.capability(Weights.class).orElseThrow();
    float[] values = new float[weights.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-0.5, 0.5);
    }
    weights.set(values);
  }

  List<NetworkLayer> layers() {
    return model.capability(Layers.class).orElseThrow().layers();
  }

  float[][] predict(float[][] rows) {
    Block inputs = new Block(rows.length, shape.features());
    inputs.rows(rows.length);
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, inputs.values(), row * inputs.width(), inputs.width());
    }
    Block decisions = new Block(rows.length, CLASSES);
    model.predict(inputs, decisions);
    float[][] predicted = new float[rows.length][CLASSES];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(decisions.values(), row * CLASSES, predicted[row], 0, CLASSES);
    }
    return predicted;
  }
}
