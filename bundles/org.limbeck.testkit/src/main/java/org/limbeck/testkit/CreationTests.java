package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Model;

/** The part of the {@link ArchitectureContract} about making models. */
abstract class CreationTests extends ModelTests {

  CreationTests(ArchitectureContract contract) {
    super(contract);
  }

  @Test
  void theSameStreamGivesTheSameModel() {
    Model first = model(1);
    model(2);
    Model second = model(1);
    assertThat(decisions(second)).isEqualTo(decisions(first));
    assertThat(States.save(second)).isEqualTo(States.save(first));
    train(first, 3);
    train(second, 3);
    assertThat(decisions(second)).as("after the same steps").isEqualTo(decisions(first));
  }

  @Test
  void modelsDoNotShareAnything() {
    Model alone = model(1);
    train(alone, 3);
    Model model = model(1);
    Model other = model(2);
    float[] others = decisions(other);
    train(model, 3);
    assertThat(decisions(other)).as("a model while another one trains").isEqualTo(others);
    train(other, 3);
    assertThat(decisions(model)).as("a model among others").isEqualTo(decisions(alone));
  }

  @Test
  void theNumberOfParametersStays() {
    Model model = model(1);
    int parameters = model.parameters();
    assertThat(parameters).isNotNegative().isEqualTo(model(2).parameters());
    train(model, 2);
    assertThat(model.parameters()).isEqualTo(parameters);
  }

  @Test
  void modelsOfAnyNumberOfClassesPredict() {
    for (int classes : new int[] {2, 3, 7}) {
      Block decisions = new Block(4, classes);
      model(1, classes).predict(probes(4), decisions);
      assertThat(decisions.rows()).isEqualTo(4);
    }
  }

  @Test
  void saysWhyAShapeDoesNotFit() {
    for (Shape shape : contract.unsuitableShapes()) {
      assertThatThrownBy(
              () -> contract.architecture().create(shape, classes, new SplittableRandom(1)))
          .as("a model for %s inputs", shape)
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .isNotBlank();
    }
  }

  @Test
  void offersNothingUnheardOf() {
    assertThat(model().capability(UnheardOf.class)).isEmpty();
  }

  @Test
  void mayBeClosedMoreThanOnce() {
    Model model = model();
    model.close();
    model.close();
  }

  @Test
  void isSafeForSeveralThreads() throws Exception {
    float[] alone = decisions(trained(1));
    for (float[] decisions :
        Concurrently.run(
            4,
            thread ->
                () -> {
                  try (Model model =
                      contract
                          .architecture()
                          .create(contract.shape(), classes, new SplittableRandom(1))) {
                    train(model, 5);
                    return decisions(model);
                  }
                })) {
      assertThat(decisions).isEqualTo(alone);
    }
  }

  private interface UnheardOf {}
}
