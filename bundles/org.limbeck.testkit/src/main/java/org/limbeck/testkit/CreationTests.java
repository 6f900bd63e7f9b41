package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Model;

/** The part of the {@link ArchitectureContract} about making models. */
interface CreationTests extends ModelTests {

  @Test
  default void theSameStreamGivesTheSameModel() {
    Model first = lab().model(1);
    lab().model(2);
    Model second = lab().model(1);
    assertThat(lab().decisions(second)).isEqualTo(lab().decisions(first));
    assertThat(StateChecks.save(second)).isEqualTo(StateChecks.save(first));
    lab().train(first, 3);
    lab().train(second, 3);
    assertThat(lab().decisions(second))
        .as("after the same steps")
        .isEqualTo(lab().decisions(first));
  }

  @Test
  default void modelsDoNotShareAnything() {
    Model alone = lab().model(1);
    lab().train(alone, 3);
    Model model = lab().model(1);
    Model other = lab().model(2);
    float[] others = lab().decisions(other);
    lab().train(model, 3);
    assertThat(lab().decisions(other)).as("a model while another one trains").isEqualTo(others);
    lab().train(other, 3);
    assertThat(lab().decisions(model)).as("a model among others").isEqualTo(lab().decisions(alone));
  }

  @Test
  default void theNumberOfParametersStays() {
    Model model = lab().model(1);
    int parameters = model.parameters();
    assertThat(parameters).isNotNegative().isEqualTo(lab().model(2).parameters());
    lab().train(model, 2);
    assertThat(model.parameters()).isEqualTo(parameters);
  }

  @Test
  default void modelsOfAnyNumberOfClassesPredict() {
    for (int classes : new int[] {2, 3, 7}) {
      Block decisions = new Block(4, classes);
      lab().model(1, classes).predict(lab().probes(4), decisions);
      assertThat(decisions.rows()).isEqualTo(4);
    }
  }

  @Test
  default void saysWhyAShapeDoesNotFit() {
    for (Shape shape : lab().contract().unsuitableShapes()) {
      assertThatThrownBy(
              () ->
                  lab()
                      .contract()
                      .architecture()
                      .create(shape, lab().classes(), new SplittableRandom(1)))
          .as("a model for %s inputs", shape)
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .isNotBlank();
    }
  }

  @Test
  default void offersNothingUnheardOf() {
    assertThat(lab().model().capability(CreationTests.class)).isEmpty();
  }

  @Test
  default void mayBeClosedMoreThanOnce() {
    Model model = lab().model();
    model.close();
    model.close();
  }

  @Test
  default void isSafeForSeveralThreads() throws Exception {
    float[] alone = lab().decisions(lab().trained(1));
    for (float[] decisions :
        ConcurrentTasks.run(
            4,
            thread ->
                () -> {
                  try (Model model = lab().create(1, lab().classes())) {
                    lab().train(model, 5);
                    return lab().decisions(model);
                  }
                })) {
      assertThat(decisions).isEqualTo(alone);
    }
  }
}
