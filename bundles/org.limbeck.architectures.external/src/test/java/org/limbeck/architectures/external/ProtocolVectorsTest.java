package org.limbeck.architectures.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.GaussianMechanism;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.PrivateSteps;
import org.limbeck.api.architecture.Weights;

/** The messages of docs/external-models.md, which were not made by this code. */
class ProtocolVectorsTest {
  private static final float[][] ROWS = {{0.5f, -1, 0, 2}, {0.25f, 3, -0f, 1e-3f}, {1, 2, 3, 4}};

  @Test
  void everyQuestionIsWrittenAndEveryAnswerReadAsThePageSays() throws IOException {
    try (ExternalArchitecture architecture =
            replay(
                "hello",
                "create",
                "rows",
                "predict",
                "more-rows-question,rows-answer",
                "step",
                "private-step",
                "gradient",
                "get-weights",
                "set-weights",
                "save",
                "restore",
                "restore-question,error-answer",
                "close");
        Model model = architecture.create(new Shape(2, 1, 2), 3, () -> -5)) {
      assertThat(model.parameters()).isEqualTo(15);
      predict(model);
      learn(model);
      float[] weights = new float[15];
      capability(model, Weights.class).get(weights);
      assertThat(weights).startsWith(-2, -1.75f).endsWith(1.5f);
      capability(model, Weights.class).set(weights);
      ByteArrayOutputStream state = new ByteArrayOutputStream();
      model.save(new DataOutputStream(state));
      model.restore(new DataInputStream(new ByteArrayInputStream(state.toByteArray())));
      assertThatThrownBy(
              () ->
                  model.restore(new DataInputStream(new ByteArrayInputStream(state.toByteArray()))))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("answered 'restore' with an error: ValueError: état");
    }
  }

  @Test
  void rowsOfAnotherWidthComeAfterForgetting() throws IOException {
    Program program = new Program(new Command(command("hello", "rows", "forget")), 60);
    try (program) {
      program.start();
      assertThat(program.name()).isEqualTo("réseau");
      assertThat(program.abilities()).isEqualTo(new Abilities(true, true, true));
      SentRows rows = new SentRows(program, () -> Long.MAX_VALUE);
      synchronized (program) {
        rows.makeRoom(4, 2);
        rows.number(rows(4, 0, 1), RowRole.PRIVATE, new RowNumbers(), new int[2]);
        rows.makeRoom(3, 1);
      }
    }
  }

  private static void predict(Model model) {
    Block decisions = new Block(2, 3);
    model.predict(rows(4, 0, 1), decisions);
    assertThat(decisions.values()).containsExactly(0.5f, 0.25f, 0.25f, 0, 1, 0);
  }

  private static void learn(Model model) {
    Losses losses = new Losses();
    Block targets = rows(3, 1, 0);
    System.arraycopy(new float[] {0.5f, 0.5f, 0, 0.25f, 0.25f, 0.5f}, 0, targets.values(), 0, 6);
    model.step(
        new Lesson(
            rows(4, 2, 0), new int[] {1, 2}, rows(4, 1, 0), targets, DistillationLoss.SQUARED, 2),
        0.5f,
        losses);
    assertThat(losses.local()).isCloseTo(1.5, within(0.0));
    assertThat(losses.distillation()).isCloseTo(0.125, within(0.0));
    Lesson own =
        new Lesson(rows(4, 2), new int[] {0}, rows(4), rows(3), DistillationLoss.CROSS_ENTROPY, 0);
    losses.reset();
    capability(model, PrivateSteps.class)
        .privateStep(own, 0.5f, new GaussianMechanism(1.5f, 0.75f, 8), () -> -7, losses);
    assertThat(losses.local()).isNaN();
    assertThat(losses.distillation()).isZero();
    Block last = rows(3, 1);
    System.arraycopy(new float[] {0, 0, 1}, 0, last.values(), 0, 3);
    float[] gradient = new float[15];
    capability(model, Gradients.class)
        .gradient(
            new Lesson(rows(4), new int[0], rows(4, 1), last, DistillationLoss.CROSS_ENTROPY, 0.5f),
            gradient);
    assertThat(gradient).startsWith(0, 0.125f).endsWith(1.75f);
  }

  private static <T> T capability(Model model, Class<T> type) {
    return model.capability(type).orElseThrow();
  }

  private static Block rows(int width, int... ids) {
    Block rows = new Block(ids.length, width);
    rows.rows(ids.length);
    for (int i = 0; i < ids.length; i++) {
      rows.ids()[i] = ids[i];
      System.arraycopy(ROWS[ids[i]], 0, rows.values(), i * width, width);
    }
    return rows;
  }

  private static ExternalArchitecture replay(String... exchanges) {
    return new ExternalArchitecture(command(exchanges), 0, 60);
  }

  private static List<String> command(String... exchanges) {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                ReplayProgram.class.getName()));
    Stream.of(exchanges)
        .map(name -> name.contains(",") ? name : name + "-question," + name + "-answer")
        .forEach(command::add);
    return command;
  }
}
