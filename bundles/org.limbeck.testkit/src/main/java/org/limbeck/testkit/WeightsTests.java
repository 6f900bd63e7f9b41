package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;

/** The part of the {@link ArchitectureContract} about the {@link Weights} of a model. */
abstract class WeightsTests extends ModelTests {

  WeightsTests(ArchitectureContract contract) {
    super(contract);
  }

  @Test
  void weightsAreAsManyAsParameters() {
    Model model = model();
    assertThat(capability(model, Weights.class).count()).isEqualTo(model.parameters());
  }

  @Test
  void weightsAreThoseThatWereSet() {
    Weights weights = capability(model(), Weights.class);
    float[] values = new float[weights.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.01f * (i % 17) - 0.05f;
    }
    weights.set(values);
    assertThat(all(weights)).isEqualTo(values);
  }

  @Test
  void weightsMakeTheModel() {
    Model one = trained(1);
    Model other = trained(2);
    capability(other, Weights.class).set(all(capability(one, Weights.class)));
    assertThat(decisions(other)).isEqualTo(decisions(one));
  }

  @Test
  void weightsFollowTheTraining() {
    Model model = model();
    Weights weights = capability(model, Weights.class);
    float[] before = all(weights);
    train(model, 1);
    assertThat(all(weights)).isNotEqualTo(before);
  }

  @Test
  void weightsGotAreACopy() {
    Model model = trained(1);
    Weights weights = capability(model, Weights.class);
    float[] before = decisions(model);
    float[] values = all(weights);
    Arrays.fill(values, 9);
    assertThat(decisions(model)).isEqualTo(before);
  }

  @Test
  void weightsSetAreCopied() {
    Model model = trained(1);
    Weights weights = capability(model, Weights.class);
    float[] values = all(weights);
    weights.set(values);
    float[] before = decisions(model);
    Arrays.fill(values, 9);
    assertThat(decisions(model)).isEqualTo(before);
  }

  @Test
  void weightsTakeOnlyTheirOwnPlaces() {
    Weights weights = capability(trained(1), Weights.class);
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
