package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;

/** The part of the {@link ArchitectureContract} about the {@link Weights} of a model. */
interface WeightsTests extends ModelTests {

  @Test
  default void weightsAreAsManyAsParameters() {
    Model model = lab().model();
    assertThat(lab().capability(model, Weights.class).count()).isEqualTo(model.parameters());
  }

  @Test
  default void weightsAreThoseThatWereSet() {
    Weights weights = lab().capability(lab().model(), Weights.class);
    float[] values = new float[weights.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.01f * (i % 17) - 0.05f;
    }
    weights.set(values);
    assertThat(all(weights)).isEqualTo(values);
  }

  @Test
  default void weightsMakeTheModel() {
    Model one = lab().trained(1);
    Model other = lab().trained(2);
    lab().capability(other, Weights.class).set(all(lab().capability(one, Weights.class)));
    assertThat(lab().decisions(other)).isEqualTo(lab().decisions(one));
  }

  @Test
  default void weightsFollowTheTraining() {
    Model model = lab().model();
    Weights weights = lab().capability(model, Weights.class);
    float[] before = all(weights);
    lab().train(model, 1);
    assertThat(all(weights)).isNotEqualTo(before);
  }

  @Test
  default void weightsGotAreACopy() {
    Model model = lab().trained(1);
    Weights weights = lab().capability(model, Weights.class);
    float[] before = lab().decisions(model);
    float[] values = all(weights);
    Arrays.fill(values, 9);
    assertThat(lab().decisions(model)).isEqualTo(before);
  }

  @Test
  default void weightsSetAreCopied() {
    Model model = lab().trained(1);
    Weights weights = lab().capability(model, Weights.class);
    float[] values = all(weights);
    weights.set(values);
    float[] before = lab().decisions(model);
    Arrays.fill(values, 9);
    assertThat(lab().decisions(model)).isEqualTo(before);
  }

  @Test
  default void weightsTakeOnlyTheirOwnPlaces() {
    Weights weights = lab().capability(lab().trained(1), Weights.class);
    float[] values = all(weights);
    float[] longer = Arrays.copyOf(values, values.length + 2);
    Arrays.fill(longer, values.length, longer.length, 99);
    weights.set(longer);
    assertThat(all(weights)).isEqualTo(values);
    weights.get(longer);
    assertThat(longer).startsWith(values).endsWith(99, 99);
  }

  private static float[] all(Weights weights) {
    float[] values = new float[weights.count()];
    weights.get(values);
    return values;
  }
}
