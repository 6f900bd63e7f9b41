package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

class TrainingOptionsTest {
  private static final Shape SHAPE = new Shape(1, 1, 6);
  private static final float STEP_SIZE = 0.1f;

  private final Lesson lesson =
      RandomLessons.random(7, 5, 6, 3, DistillationLoss.SQUARED, new Random(1));

  @Test
  void momentumRepeatsAPartOfTheLastStep() {
    VectorNetworkModel model = model(new TrainingOptions(0.75f, 0, 0));
    float[] first = move(model);
    float[] gradient = gradient(model);
    float[] second = move(model);
    for (int i = 0; i < gradient.length; i++) {
      double expected = 0.75 * first[i] - STEP_SIZE * gradient[i];
      assertThat((double) second[i]).as("weight %d", i).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void weightDecayPullsWeightsButNotBiases() {
    VectorNetworkModel model = model(new TrainingOptions(0, 0.5f, 0));
    float[] weights = weights(model);
    float[] gradient = gradient(model);
    float[] moved = move(model);
    for (int i = 0; i < gradient.length; i++) {
      boolean bias = (i >= 48 && i < 56) || i >= 80;
      double expected = -STEP_SIZE * (gradient[i] + (bias ? 0 : 0.5 * weights[i]));
      assertThat((double) moved[i]).as("weight %d", i).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void dropoutLeavesOtherUnitsOutEachStep() {
    VectorNetworkModel model = model(new TrainingOptions(0, 0, 0.5f));
    float[] weights = weights(model);
    float[] first = move(model);
    model.set(weights);
    assertThat(move(model)).isNotEqualTo(first);
  }

  @Test
  void dropoutDoesNotTouchPredictions() {
    VectorNetworkModel model = model(new TrainingOptions(0, 0, 0.5f));
    VectorNetworkModel plain = model(TrainingOptions.PLAIN);
    plain.set(weights(model));
    assertThat(predictions(model)).isEqualTo(predictions(plain));
    assertThat(gradient(model)).isEqualTo(gradient(plain));
  }

  @Test
  void dropoutLeavesOutAsManyAsItSaysAndScalesTheOthers() {
    float[] mask = new float[100_000];
    Dropout.draw(mask, mask.length, 0.2f, 5);
    int out = 0;
    for (float factor : mask) {
      assertThat(factor).isIn(0f, 1.25f);
      out += factor == 0 ? 1 : 0;
    }
    assertThat((double) out / mask.length).isCloseTo(0.2, within(0.005));
  }

  /** With one row, a unit is in or out; the movement is that of the network without those out. */
  @Test
  void aStepMovesNothingOfUnitsThatAreOut() {
    VectorNetworkModel model = model(new TrainingOptions(0, 0, 0.5f));
    Lesson one = RandomLessons.random(1, 0, 6, 3, DistillationLoss.SQUARED, new Random(3));
    float[] before = weights(model);
    model.step(one, STEP_SIZE, new Losses());
    float[] after = weights(model);
    int out = 0;
    for (int unit = 0; unit < 8; unit++) {
      boolean stays = after[48 + unit] != before[48 + unit];
      out += stays ? 0 : 1;
      for (int k = 0; k < 3; k++) {
        int weight = 56 + unit * 3 + k;
        assertThat(after[weight] != before[weight]).as("unit %d moves", unit).isEqualTo(stays);
      }
    }
    assertThat(out).as("units that are out").isBetween(1, 7);
  }

  @Test
  void aStepWithNoRowsChangesNothing() {
    VectorNetworkModel model = model(new TrainingOptions(0.9f, 0.1f, 0));
    move(model);
    float[] weights = weights(model);
    model.step(
        RandomLessons.random(0, 0, 6, 3, DistillationLoss.SQUARED, new Random(1)),
        STEP_SIZE,
        new Losses());
    assertThat(weights(model)).isEqualTo(weights);
  }

  @ParameterizedTest
  @CsvSource({"0.9, 0.01, 0", "0, 0, 0.4", "0.9, 0, 0.4"})
  void goesOnAfterRestoringBitForBit(float momentum, float weightDecay, float dropout)
      throws IOException {
    TrainingOptions learning = new TrainingOptions(momentum, weightDecay, dropout);
    VectorNetworkModel model = model(learning);
    move(model);
    VectorNetworkModel other =
        (VectorNetworkModel) architecture(learning).create(SHAPE, 3, new SplittableRandom(99));
    move(other);
    other.restore(new DataInputStream(new ByteArrayInputStream(saved(model))));
    for (int step = 0; step < 3; step++) {
      assertThat(move(other)).isEqualTo(move(model));
    }
    assertThat(saved(other)).isEqualTo(saved(model));
  }

  @Test
  void saysWhatElseItExpectedToRestore() throws IOException {
    byte[] plain = saved(model(TrainingOptions.PLAIN));
    VectorNetworkModel model = model(new TrainingOptions(0.5f, 0, 0.5f));
    assertThatIOException()
        .isThrownBy(() -> model.restore(new DataInputStream(new ByteArrayInputStream(plain))))
        .withMessage(
            "the saved network does not have the layers [6, 8, 3] with momentum with dropout");
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "-0.1, 0, 0", "NaN, 0, 0", "0, -1, 0", "0, NaN, 0", "0, 0, 1"})
  void refusesWhatIsOutOfRange(float momentum, float weightDecay, float dropout) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingOptions(momentum, weightDecay, dropout))
        .withMessageContaining("0 ");
  }

  private static Mlp architecture(TrainingOptions learning) {
    return new Mlp(new int[] {8}, Activation.TANH, learning, Backend.fastest());
  }

  private static VectorNetworkModel model(TrainingOptions learning) {
    return (VectorNetworkModel) architecture(learning).create(SHAPE, 3, new SplittableRandom(1));
  }

  /** Makes a step and returns by how much it changed the weights. */
  private float[] move(VectorNetworkModel model) {
    float[] before = weights(model);
    model.step(lesson, STEP_SIZE, new Losses());
    float[] moved = weights(model);
    for (int i = 0; i < moved.length; i++) {
      moved[i] -= before[i];
    }
    return moved;
  }

  private float[] gradient(VectorNetworkModel model) {
    float[] gradient = new float[model.parameters()];
    model.gradient(lesson, gradient);
    return gradient;
  }

  private float[] predictions(VectorNetworkModel model) {
    Block decisions = new Block(7, 3);
    model.predict(lesson.inputs(), decisions);
    return decisions.values();
  }

  private static float[] weights(VectorNetworkModel model) {
    float[] weights = new float[model.count()];
    model.get(weights);
    return weights;
  }

  private static byte[] saved(VectorNetworkModel model) throws IOException {
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    model.save(new DataOutputStream(state));
    return state.toByteArray();
  }
}
