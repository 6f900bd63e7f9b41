package org.limbeck.architectures.external.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.PrivateSteps;
import org.limbeck.api.architecture.Weights;

/** Makes models of the program that is checked, and says how they differ. */
record CheckedModels(Architecture architecture, CheckRows rows, float stepSize) {
  static final float RHO = 2;
  static final int ROWS = 24;

  private static final long PROBES = 9;

  Model model(long seed) {
    return architecture.create(rows.shape(), rows.classes(), () -> seed);
  }

  /** Says what models there are. */
  String describe() {
    try (Model model = model(1)) {
      List<String> abilities = new ArrayList<>();
      model.capability(Weights.class).ifPresent(has -> abilities.add("weights"));
      model.capability(Gradients.class).ifPresent(has -> abilities.add("gradients"));
      model.capability(PrivateSteps.class).ifPresent(has -> abilities.add("private steps"));
      return model.parameters()
          + " parameters; "
          + (abilities.isEmpty()
              ? "it predicts and learns, and offers nothing else"
              : "it offers " + String.join(", ", abilities));
    }
  }

  Lesson lesson(int own, int reference) {
    return rows.lesson(own, reference, DistillationLoss.SQUARED, RHO);
  }

  void train(Model model, int steps, Lesson lesson) {
    Losses losses = new Losses();
    for (int step = 0; step < steps; step++) {
      model.step(lesson, stepSize, losses);
    }
  }

  /** Makes some steps on private and reference rows. */
  void train(Model model) {
    train(model, 3, lesson(ROWS / 2, ROWS / 2));
  }

  Block probes(int count) {
    return rows.inputs(count, PROBES);
  }

  float[] decisions(Model model) {
    return rows.decisions(model, probes(ROWS));
  }

  static byte[] save(Model model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.save(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  static void restore(Model model, byte[] state) throws IOException {
    model.restore(new DataInputStream(new ByteArrayInputStream(state)));
  }

  /** Requires that two vectors are the same to the bit. */
  static void requireSame(String what, float[] expected, float[] actual)
      throws BrokenPromiseException {
    if (!Arrays.equals(expected, actual)) {
      throw new BrokenPromiseException(
          what + " differ by up to " + largestDifference(expected, actual));
    }
  }

  /** Requires that two vectors are nearly the same. */
  static void requireNear(String what, float[] expected, float[] actual, double tolerance)
      throws BrokenPromiseException {
    double difference = largestDifference(expected, actual);
    if (!(difference <= tolerance)) {
      throw new BrokenPromiseException(
          what + " differ by up to " + difference + ", and " + tolerance + " is allowed");
    }
  }

  static double largestDifference(float[] expected, float[] actual) {
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      double difference = Math.abs((double) expected[i] - actual[i]);
      largest = difference > largest || Double.isNaN(difference) ? difference : largest;
    }
    return largest;
  }
}
