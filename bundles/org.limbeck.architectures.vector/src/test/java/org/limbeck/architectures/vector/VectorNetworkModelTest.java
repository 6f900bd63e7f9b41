package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;

class VectorNetworkModelTest {
  private static final Shape SHAPE = new Shape(2, 3, 1);

  @Test
  void countsWeightsAndBiasesOfAllLayers() {
    assertThat(model(new Softmax()).parameters()).isEqualTo(7 * 4);
    assertThat(model(new Mlp(new int[] {5}, Activation.TANH)).parameters())
        .isEqualTo(7 * 5 + 6 * 4);
    assertThat(model(new Mlp(new int[] {5, 2}, Activation.RELU)).parameters())
        .isEqualTo(7 * 5 + 6 * 2 + 3 * 4);
  }

  @Test
  void beginsWithGlorotWeightsAndBiasesOfZero() {
    float[] weights = weights(new Mlp(new int[] {500}, Activation.TANH).create(SHAPE, 4, seed()));
    assertGlorot(Arrays.copyOfRange(weights, 0, 3000), 6, 500);
    assertThat(Arrays.copyOfRange(weights, 3000, 3500)).containsOnly(0);
    assertGlorot(Arrays.copyOfRange(weights, 3500, 5500), 500, 4);
    assertThat(Arrays.copyOfRange(weights, 5500, 5504)).containsOnly(0);
  }

  @Test
  void anMlpUsesItsActivation() {
    Block inputs = RandomLessons.block(4, 6, new Random(1));
    Block tanh = new Block(4, 4);
    Block relu = new Block(4, 4);
    model(new Mlp(new int[] {5}, Activation.TANH)).predict(inputs, tanh);
    model(new Mlp(new int[] {5}, Activation.RELU)).predict(inputs, relu);
    assertThat(relu.values()).isNotEqualTo(tanh.values());
  }

  @Test
  void keepsNoHoldOfTheNumbersOfUnits() {
    int[] hidden = {5};
    Mlp mlp = new Mlp(hidden, Activation.TANH);
    hidden[0] = 50;
    assertThat(model(mlp).parameters()).isEqualTo(7 * 5 + 6 * 4);
  }

  @Test
  void withoutHiddenLayersIsSoftmaxRegression() {
    Model mlp = model(new Mlp(new int[0], Activation.RELU));
    assertThat(weights(mlp)).isEqualTo(weights(model(new Softmax())));
  }

  @Test
  void predictsByTheWeightsThatWereSet() {
    Model model = new Softmax().create(new Shape(1, 1, 2), 2, seed());
    model.capability(Weights.class).orElseThrow().set(new float[] {1, 2, 3, 5, 0.5f, -0.25f});
    Block input = new Block(1, 2);
    input.rows(1);
    input.values()[0] = 0.5f;
    input.values()[1] = -1;
    Block decisions = new Block(1, 2);
    model.predict(input, decisions);
    double difference = (0.5 * 2 - 5 - 0.25) - (0.5 - 3 + 0.5);
    assertThat((double) decisions.values()[1])
        .isCloseTo(1 / (1 + Math.exp(-difference)), within(1e-6));
  }

  @ParameterizedTest
  @EnumSource
  void aHiddenLayerLearnsExclusiveOr(Activation activation) {
    Model model = new Mlp(new int[] {8}, activation).create(new Shape(1, 1, 2), 2, seed());
    learnExclusiveOr(model);
    assertThat(exclusiveOr(model)).isEqualTo(4);
  }

  @Test
  void softmaxRegressionCannotLearnExclusiveOr() {
    Model model = new Softmax().create(new Shape(1, 1, 2), 2, seed());
    learnExclusiveOr(model);
    assertThat(exclusiveOr(model)).isLessThan(4);
  }

  @Test
  void saysWhichLayersItExpectedToRestore() throws IOException {
    for (int[] hidden : new int[][] {{}, {6}, {5, 5}}) {
      byte[] saved = save(model(new Mlp(hidden, Activation.TANH)));
      Model model = model(new Mlp(new int[] {5}, Activation.TANH));
      assertThatIOException()
          .isThrownBy(() -> restore(model, saved))
          .withMessage("the saved network does not have the layers [6, 5, 4]");
    }
  }

  @Test
  void restoresTheWeightsBitForBit() throws IOException {
    Model model = model(new Mlp(new int[] {5}, Activation.TANH));
    Model other = new Mlp(new int[] {5}, Activation.TANH).create(SHAPE, 4, new SplittableRandom(2));
    assertThat(weights(other)).isNotEqualTo(weights(model));
    restore(other, save(model));
    assertThat(weights(other)).isEqualTo(weights(model));
  }

  /**
   * The uniform distribution up to √(6 / (inputs + outputs)) has a third of that squared variance.
   */
  private static void assertGlorot(float[] weights, int inputs, int outputs) {
    float limit = (float) Math.sqrt(6.0 / (inputs + outputs));
    double sum = 0;
    double squares = 0;
    for (float weight : weights) {
      assertThat(weight).isBetween(-limit, limit);
      sum += weight;
      squares += (double) weight * weight;
    }
    assertThat(sum / weights.length).isCloseTo(0, within(0.05 * limit));
    assertThat(squares / weights.length).isCloseTo(limit * limit / 3, within(0.05 * limit * limit));
  }

  private static void learnExclusiveOr(Model model) {
    Lesson lesson =
        new Lesson(
            corners(),
            new int[] {0, 1, 1, 0},
            new Block(0, 2),
            new Block(0, 2),
            DistillationLoss.SQUARED,
            0);
    for (int step = 0; step < 2000; step++) {
      model.step(lesson, 0.2f, new Losses());
    }
  }

  /** Returns how many of the four corners the model classifies rightly and surely. */
  private static int exclusiveOr(Model model) {
    Block decisions = new Block(4, 2);
    model.predict(corners(), decisions);
    float[] s = decisions.values();
    int right = 0;
    right += s[0] > 0.9 ? 1 : 0;
    right += s[3] > 0.9 ? 1 : 0;
    right += s[5] > 0.9 ? 1 : 0;
    right += s[6] > 0.9 ? 1 : 0;
    return right;
  }

  private static Block corners() {
    Block corners = new Block(4, 2);
    corners.rows(4);
    System.arraycopy(new float[] {-1, -1, -1, 1, 1, -1, 1, 1}, 0, corners.values(), 0, 8);
    return corners;
  }

  private static Model model(Architecture architecture) {
    return architecture.create(SHAPE, 4, seed());
  }

  private static SplittableRandom seed() {
    return new SplittableRandom(1);
  }

  private static float[] weights(Model model) {
    float[] weights = new float[model.parameters()];
    model.capability(Weights.class).orElseThrow().get(weights);
    return weights;
  }

  private static byte[] save(Model model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.save(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static void restore(Model model, byte[] bytes) throws IOException {
    model.restore(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
