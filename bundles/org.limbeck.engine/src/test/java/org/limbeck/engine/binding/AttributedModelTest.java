package org.limbeck.engine.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.GaussianMechanism;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.PrivateSteps;
import org.limbeck.api.architecture.Weights;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;

class AttributedModelTest {
  private static final Lesson LESSON =
      new Lesson(
          new Block(0, 1),
          new int[0],
          new Block(0, 1),
          new Block(0, 2),
          DistillationLoss.SQUARED,
          1);

  private final Model model =
      new AttributedModel(
          new Broken(),
          new PluginChoice(
              PluginKind.ARCHITECTURE,
              "external",
              Map.of(),
              new Origin("a.yaml", 3, "devices.0.architecture")),
          "device-2");

  @Test
  void whatCannotGoOnIsAProblemOfTheChoiceOfItsArchitecture() {
    assertBlamed(() -> model.predict(new Block(0, 1), new Block(0, 2)));
    assertBlamed(() -> model.step(LESSON, 1, new Losses()));
    assertBlamed(() -> model.save(new DataOutputStream(OutputStream.nullOutputStream())));
    assertBlamed(() -> model.restore(new DataInputStream(new ByteArrayInputStream(new byte[0]))));
    assertBlamed(model::close);
  }

  @Test
  void soIsWhatItsAbilitiesCannot() {
    Weights weights = model.capability(Weights.class).orElseThrow();
    assertThat(weights.count()).isEqualTo(1);
    assertBlamed(() -> weights.get(new float[1]));
    assertBlamed(() -> weights.set(new float[1]));
    Gradients gradients = model.capability(Gradients.class).orElseThrow();
    assertBlamed(() -> gradients.gradient(LESSON, new float[1]));
    PrivateSteps steps = model.capability(PrivateSteps.class).orElseThrow();
    assertBlamed(
        () ->
            steps.privateStep(
                LESSON, 1, new GaussianMechanism(1, 1, 1), new SplittableRandom(1), new Losses()));
    assertThat(model.capability(Runnable.class)).isEmpty();
  }

  private static void assertBlamed(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("a.yaml:3: devices.0.architecture: external: device-2: it has ended")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  /** Has all abilities, as one object. */
  private static final class Broken implements Model, Weights, Gradients, PrivateSteps {
    private static IllegalStateException ended() {
      return new IllegalStateException("it has ended");
    }

    @Override
    public int parameters() {
      return 1;
    }

    @Override
    public void predict(Block inputs, Block decisions) {
      throw ended();
    }

    @Override
    public void step(Lesson lesson, float stepSize, Losses losses) {
      throw ended();
    }

    @Override
    public void save(DataOutput out) throws IOException {
      throw ended();
    }

    @Override
    public void restore(DataInput in) throws IOException {
      throw ended();
    }

    @Override
    public void close() {
      throw ended();
    }

    @Override
    public int count() {
      return 1;
    }

    @Override
    public void get(float[] into) {
      throw ended();
    }

    @Override
    public void set(float[] from) {
      throw ended();
    }

    @Override
    public void gradient(Lesson lesson, float[] into) {
      throw ended();
    }

    @Override
    public void privateStep(
        Lesson lesson,
        float stepSize,
        GaussianMechanism mechanism,
        RandomGenerator noise,
        Losses losses) {
      throw ended();
    }
  }
}
