package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.limbeck.testkit.ModelLab.RHO;

import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.EmbeddingTargets;
import org.limbeck.api.architecture.Embeddings;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;

/** The part of the {@link ArchitectureContract} about the {@link Embeddings} of a model. */
interface EmbeddingsTests extends ModelTests {
  int PRIVATE_ROWS = 8;

  float WEIGHT = 0.3f;

  @Test
  default void embeddingsAreFiniteAndOneForEachRow() {
    Model model = lab().trained(1);
    Block inputs = lab().probes(ModelLab.MANY_ROWS);
    Block embeddings = embed(model, inputs);
    assertThat(Blocks.ids(embeddings)).isEqualTo(Blocks.ids(inputs));
    assertThat(Blocks.values(embeddings)).doesNotContain(Float.NaN, Float.POSITIVE_INFINITY);
    int last = (ModelLab.MANY_ROWS - 1) * embeddings.width();
    Block one = Blocks.of(new int[] {5}, inputs.width());
    System.arraycopy(
        inputs.values(),
        (ModelLab.MANY_ROWS - 1) * inputs.width(),
        one.values(),
        0,
        inputs.width());
    float[] alone = Blocks.values(embed(model, one));
    for (int i = 0; i < alone.length; i++) {
      assertThat(embeddings.values()[last + i]).isCloseTo(alone[i], within(1e-5f));
    }
  }

  @Test
  default void embeddingRowsChangesNothing() {
    Model model = lab().trained(1);
    byte[] state = StateChecks.save(model);
    embed(model, lab().probes(20));
    assertThat(StateChecks.save(model)).as("the state").isEqualTo(state);
  }

  @Test
  default void aStepWithoutEmbeddingTargetsIsAPlainOne() {
    Model model = lab().trained(1);
    Model plain = lab().trained(1);
    Embeddings embeddings = lab().capability(model, Embeddings.class);
    EmbeddingTargets none = new EmbeddingTargets(new Block(0, embeddings.width()), WEIGHT);
    EmbeddingTargets free = new EmbeddingTargets(targets(embeddings).rows(), 0);
    for (EmbeddingTargets targets : new EmbeddingTargets[] {none, free}) {
      embeddings.embeddingStep(lesson(), targets, lab().stepSize(), new Losses());
      plain.step(lesson(), lab().stepSize(), new Losses());
      assertThat(lab().decisions(model)).isEqualTo(lab().decisions(plain));
    }
  }

  /** From the same weights, so that momentum and the like make no difference. */
  @Test
  default void embeddingTargetsAddTheirGradient() {
    assumeTrue(lab().contract().followsThePlainGradient());
    Model model = lab().trained(1);
    Embeddings embeddings = lab().capability(model, Embeddings.class);
    Weights weights = lab().capability(model, Weights.class);
    EmbeddingTargets targets = targets(embeddings);
    float[] before = new float[weights.count()];
    float[] gradient = new float[weights.count()];
    weights.get(before);
    embeddings.embeddingStep(lesson(), targets, 1, new Losses());
    weights.get(gradient);
    weights.set(before);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = before[i] - gradient[i];
    }
    lab()
        .differences(weights)
        .assertAgreeWith(
            gradient,
            () -> lab().objective(model, lesson()) + WEIGHT * distance(model, targets.rows()));
  }

  @Test
  default void theLossesTellHowFarEmbeddingsAre() {
    Model model = lab().trained(1);
    Embeddings embeddings = lab().capability(model, Embeddings.class);
    EmbeddingTargets targets = targets(embeddings);
    Losses expected = lab().losses(model, lesson());
    double distance = distance(model, targets.rows());
    Losses losses = new Losses();
    embeddings.embeddingStep(lesson(), targets, lab().stepSize(), losses);
    assertThat(losses.local()).isCloseTo(expected.local(), within(1e-4));
    assertThat(losses.distillation())
        .isCloseTo(expected.distillation() + distance, within(1e-4 * (1 + distance)));
  }

  private Lesson lesson() {
    return lab().lesson(PRIVATE_ROWS, 5, DistillationLoss.SQUARED, RHO);
  }

  private EmbeddingTargets targets(Embeddings embeddings) {
    int[] aimed = {0, 2, 3, 7};
    Block rows = Blocks.of(aimed, embeddings.width());
    for (int i = 0; i < aimed.length * embeddings.width(); i++) {
      rows.values()[i] = 0.1f * (i % 7) + 0.1f;
    }
    return new EmbeddingTargets(rows, WEIGHT);
  }

  /** Returns the mean squared distance over all private rows, 0 of those without a target. */
  private double distance(Model model, Block targets) {
    Block embeddings = embed(model, lesson().inputs());
    double sum = 0;
    for (int target = 0; target < targets.rows(); target++) {
      for (int i = 0; i < targets.width(); i++) {
        int at = targets.ids()[target] * targets.width() + i;
        float aim = targets.values()[target * targets.width() + i];
        sum += Math.pow((double) embeddings.values()[at] - aim, 2);
      }
    }
    return sum / PRIVATE_ROWS;
  }

  private Block embed(Model model, Block inputs) {
    Embeddings embeddings = lab().capability(model, Embeddings.class);
    Block into = new Block(inputs.rows(), embeddings.width());
    embeddings.embed(inputs, into);
    return into;
  }
}
